"""What is learned from reviewed texts: which things a sentence relates, where no rule says so, and how sure a value is."""
