import { useEffect } from 'react';

/** On a device that was handed over, the Back button stays on the questions. What lies behind asks to sign in in any case: the session has ended. */
export function useStayHere(isHandedOver: boolean): void {
  useEffect(() => {
    if (!isHandedOver) return undefined;
    const stay = () => window.history.pushState(null, '', window.location.href);
    stay();
    window.addEventListener('popstate', stay);
    return () => window.removeEventListener('popstate', stay);
  }, [isHandedOver]);
}
