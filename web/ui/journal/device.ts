/** An id that no other tab or device has. `crypto.randomUUID` is missing where the page is not served over HTTPS or from localhost. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function browserId(): string {
  const known = localStorage.getItem('mooring-device');
  if (known) return known;
  const made = freshId();
  localStorage.setItem('mooring-device', made);
  return made;
}

/**
 * Who counts the sendings of a draft: the browser for the first tab that opens it, so that counting goes on after a crash;
 * an id of its own for every further tab, since two that count under one name would hide each other's words.
 */
export async function claimDevice(document: string): Promise<{ deviceId: string; release: () => void }> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return { deviceId: freshId(), release: () => undefined };
  return new Promise((resolve, reject) => {
    locks
      .request(`mooring-journal:${document}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve({ deviceId: freshId(), release: () => undefined });
          return undefined;
        }
        return new Promise<void>((release) => resolve({ deviceId: browserId(), release }));
      })
      .catch(reject);
  });
}
