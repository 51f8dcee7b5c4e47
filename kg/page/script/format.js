// Dates, numbers and amounts as a reader of each language writes them.

const PATTERN = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/;

const made = new Map();

/** A formatter, made once for each language and options: making one costs more than using it a hundred times. */
function formatter(Kind, language, options) {
  const key = `${Kind.name}${language}${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Kind(language, options));
  return made.get(key);
}

/** A date of any precision: "2024", "juin 2024", "10 septembre 2024". */
export function date(text, language) {
  const found = PATTERN.exec(text);
  if (!found) return text;
  const [, year, month, day] = found;
  if (!month) return year;
  const options = { timeZone: 'UTC', year: 'numeric', month: 'long', ...(day ? { day: 'numeric' } : {}) };
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return Number.isNaN(at.valueOf()) ? text : formatter(Intl.DateTimeFormat, language, options).format(at);
}

/** The span that a date of any precision covers, in years: 2024 is [2024, 2025). */
export function span(text) {
  const found = PATTERN.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  if (!found[2]) return [year, year + 1];
  const month = Number(found[2]) - 1;
  if (!found[3]) return [year + month / 12, year + (month + 1) / 12];
  const start = year + month / 12 + (Number(found[3]) - 1) / 372;
  return [start, start + 1 / 372];
}

/** A number with its thousands apart. */
export function number(value, language) {
  return formatter(Intl.NumberFormat, language, { maximumFractionDigits: 3 }).format(value);
}

/** An amount of money, in full. */
export function amount(value, currency, language) {
  try {
    const options = { style: 'currency', currency: currency || 'EUR', maximumFractionDigits: 2, minimumFractionDigits: 0 };
    return formatter(Intl.NumberFormat, language, options).format(value);
  } catch {
    return `${number(value, language)} ${currency}`;
  }
}

/** An amount as a label has room for: "30 M€", "290 k€", "90 M SEK"; "€30M" in English. */
export function shortAmount(value, language, currency = 'EUR') {
  const steps = [[1e9, language === 'fr' ? 'Md' : 'bn'], [1e6, 'M'], [1e3, 'k']];
  const [unit, name] = steps.find(([least]) => value >= least) ?? [1, ''];
  const figure = number(Math.round((value / unit) * 100) / 100, language);
  if (language !== 'fr') return currency === 'EUR' ? `€${figure}${name}` : `${currency} ${figure}${name}`;
  return currency === 'EUR' ? `${figure} ${name}€` : `${figure} ${name} ${currency}`;
}

/** When something was, in few words: "2023–2027", "27/11/2025". */
export function when(dates, language) {
  const start = dates.find((d) => d.role === 'startDate') ?? dates.find((d) => d.role !== 'endDate');
  const end = dates.find((d) => d.role === 'endDate');
  if (!start) return end ? `→ ${shortDate(end.text, language)}` : '';
  const first = shortDate(start.text, language);
  if (!end || end.text === start.text) return first;
  return period(start.text, end.text, language) ?? `${first}–${shortDate(end.text, language)}`;
}

/** Two days of one year with the year once: "16–22 juin 2025"; null for dates of other precision. */
function period(start, end, language) {
  if (start.length < 10 || end.length < 10 || start.slice(0, 4) !== end.slice(0, 4) || start > end) return null;
  const format = formatter(Intl.DateTimeFormat, language, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' });
  const [from, to] = [start, end].map((text) => new Date(`${text.slice(0, 10)}T00:00:00Z`));
  return Number.isNaN(from.valueOf()) || Number.isNaN(to.valueOf()) ? null : format.formatRange(from, to);
}

function shortDate(text, language) {
  const found = PATTERN.exec(text);
  if (!found?.[2]) return found?.[1] ?? text;
  const options = { timeZone: 'UTC', year: 'numeric', month: 'short', ...(found[3] ? { day: 'numeric' } : {}) };
  const at = new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3] ?? 1)));
  return Number.isNaN(at.valueOf()) ? text : formatter(Intl.DateTimeFormat, language, options).format(at);
}
