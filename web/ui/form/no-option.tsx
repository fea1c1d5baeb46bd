/** Said in an open list that has nothing to choose; an option that cannot be chosen, since a list box must hold options (ARIA 1.2). */
export function NoOption({ says }: { readonly says: string }) {
  return (
    <span role="option" aria-disabled aria-selected={false}>
      {says}
    </span>
  );
}
