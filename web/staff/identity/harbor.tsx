import type { ReactNode } from 'react';
import { Mark } from '../shell/mark.tsx';
import classes from './sign-in.module.css';

/** A harbor before sunrise: what one sees before being signed in. */
export function Harbor({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <main className={classes.harbor} data-wide={wide || undefined}>
      <div className={classes.view} aria-hidden>
        <div className={classes.words}>
          <Mark size={44} />
          <p className={classes.name}>Mooring</p>
          <p className={classes.line}>Care, kept together.</p>
        </div>
        <svg className={classes.water} viewBox="0 0 800 420" preserveAspectRatio="xMidYMax slice">
          <path d="M0 190c90-40 150-64 230-40s120 26 190 2 150-70 240-34 100 44 140 52v60H0z" className={classes.far} />
          <circle cx="560" cy="182" r="40" className={classes.sun} />
          <path d="M0 226c120-34 200-20 300-8s190-28 290-22 140 22 210 18v40H0z" className={classes.near} />
          <rect y="236" width="800" height="184" className={classes.sea} />
          <path d="M520 250h80M506 268h108M528 286h62M498 308h124M534 330h50" className={classes.glint} />
          <path d="M262 300h76l-12 24h-52zM300 214v84M300 222l34 62h-34zM296 234l-22 50h22z" className={classes.boat} />
          <path d="M0 384c60-10 100-10 160 0s100 10 160 0 100-10 160 0 100 10 160 0 100-10 160 0v36H0z" className={classes.wave} />
        </svg>
      </div>
      <div className={classes.side}>
        <div className={classes.card}>{children}</div>
      </div>
    </main>
  );
}
