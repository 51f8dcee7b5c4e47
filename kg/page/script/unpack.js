// What the page carries packed: texts that Python deflated, in letters of base64.

/** The text that such letters hold. */
export async function inflated(letters) {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
}

/** The value that such letters hold as JSON. */
export async function unpacked(letters) {
  return JSON.parse(await inflated(letters));
}

/** Runs a script that the page carries; the page's policy knows it by its hash and lets no other run. */
export function run(text) {
  const script = document.createElement('script');
  script.textContent = text;
  document.body.append(script);
}
