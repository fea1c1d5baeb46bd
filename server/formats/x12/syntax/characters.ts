/** What decomposition leaves whole, and punctuation that word processors put in. */
const replacements: Readonly<Record<string, string>> = {
  ß: 'SS',
  ẞ: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ł: 'L',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  ı: 'I',
  Ə: 'E',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʻ: "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '€': 'EUR',
  '№': 'NO.',
  º: 'O',
  ª: 'A',
};

/** Upper case, digits and the punctuation of the basic and extended sets, less our own separators. */
const sendable = /^[A-Z0-9!"&'()+,\-./;?=%@[\]_{}\\|<>#$ ]*$/;
const unsendable = /[^A-Z0-9!"&'()+,\-./;?=%@[\]_{}\\|<>#$ ]/g;
const combiningMarks = /\p{M}/gu;

/**
 * Text in the characters a payer can read: upper case, accents and smart punctuation transliterated,
 * separators and anything else turned into a space, runs of spaces joined. Cleaning twice changes nothing.
 */
export function sendableText(text: string): string {
  const upper = text.toUpperCase();
  const plain = sendable.test(upper)
    ? upper
    : [...upper.normalize('NFD').replaceAll(combiningMarks, '')]
        .map((letter) => replacements[letter] ?? letter)
        .join('')
        .replaceAll(unsendable, ' ');
  return plain.replaceAll(/ {2,}/g, ' ').trim();
}

/** The same, cut to what the element holds. */
export function sendableWords(text: string, longest: number): string {
  return sendableText(text).slice(0, longest).trimEnd();
}
