import content from '#content/common-passwords.json' with { type: 'json' };

/** Passwords that attackers try first; small letters and digits only. */
export const commonPasswords: ReadonlySet<string> = new Set(content.passwords.map((password) => password.toLowerCase()));
