const name = 'mooring-kiosk';
const waiting = 'mooring-kiosk-questions';

/** Whether this browser is a tablet for check-in: every address of it shows check-in. The server knows it by a cookie that no script reads; this only chooses the page. */
export const kioskFlag = {
  isRaised: (): boolean => localStorage.getItem(name) !== null,
  raise: (): void => localStorage.setItem(name, 'on'),
  lower: (): void => {
    localStorage.removeItem(name);
    sessionStorage.removeItem(waiting);
  },
};

/** Questions that are still to be answered by whoever stands at the tablet, one after the other. */
export const kioskQuestions = {
  keep: (tokens: readonly string[]): void => sessionStorage.setItem(waiting, JSON.stringify(tokens)),
  /** Takes the next one off the list; undefined when there is none. */
  next: (): string | undefined => {
    const tokens = JSON.parse(sessionStorage.getItem(waiting) ?? '[]') as string[];
    const [first, ...others] = tokens;
    sessionStorage.setItem(waiting, JSON.stringify(others));
    return first;
  },
};
