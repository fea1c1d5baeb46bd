/** The mark of the house: an anchor ring over water. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="#0f5a5e" />
      <path d="M0 21c4-2.2 8-2.2 12 0s8 2.2 12 0 6-2 8-1.4V23a9 9 0 0 1-9 9H9a9 9 0 0 1-9-9z" fill="#f2b880" opacity=".9" />
      <circle cx="16" cy="8.4" r="2.7" fill="none" stroke="#f6f4ef" strokeWidth="2" />
      <path d="M16 11.2v13M11 15h10M8 18.6c.9 4 4.200 6 8 6s7.100-2 8-6" fill="none" stroke="#f6f4ef" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
