export const receivedWords = { scan: 'Scanned here', upload: 'Uploaded', fax: 'Fax', mail: 'Mail' } as const;

export const receivedChoices = Object.entries(receivedWords).map(([value, label]) => ({ value, label }));

/** Bytes as people say them: 240 KB, 1.4 MB. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A title to begin with, from the name of a file. */
export function titleFrom(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
}
