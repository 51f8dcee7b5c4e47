// Words without accents, case or typography, so that "kineis" finds « Kinéis ».

/** The text as it is compared: lower case, no accents, plain apostrophes and spaces. */
export function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[’‘`´]/g, "'")
    .replace(/[\s  ]+/g, ' ')
    .trim();
}
