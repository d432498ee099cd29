// An empty page: what to do first, with a way to do it.
import type {ReactNode} from "react";

export function Empty({title, children, actions}: {title: string; children: ReactNode; actions: ReactNode}) {
  return (
    <section className="notice" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <div className="row">{actions}</div>
    </section>
  );
}
