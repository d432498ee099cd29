// The heading of a page. It takes the focus when the page is come to from another, so that a screen reader starts there.
import {createContext, useContext, useEffect, useRef, type ReactNode} from "react";

// True from the second page on: a fresh load leaves the focus to the browser.
export const ArrivedContext = createContext<{moved: boolean}>({moved: false});

interface Props {
  title: string;
  kicker?: string;
  slim?: boolean; // one line, for pages whose content brings a heading of its own
  children?: ReactNode;
}

export function PageHead({title, kicker, slim, children}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useContext(ArrivedContext);
  useEffect(() => {
    document.title = `${title} – Barometer`;
  }, [title]);
  useEffect(() => {
    if (arrived.moved) heading.current?.focus();
  }, [arrived]);
  return (
    <header className={slim ? "page-head slim" : "page-head"}>
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children && <div className="lead">{children}</div>}
    </header>
  );
}
