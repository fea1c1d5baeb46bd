const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
] as const;

/** A browser's long name for itself as "Firefox on Mac". */
export function deviceWords(device: string | null): string {
  const browser = browsers.find(([pattern]) => device && pattern.test(device))?.[1];
  const system = systems.find(([pattern]) => device && pattern.test(device))?.[1];
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown device');
}
