// What stands around every page: skip link, name, navigation, theme.
import {Button} from "@mantine/core";
import {useEffect, useMemo, useRef, type ReactNode} from "react";
import {Link, useLocation} from "wouter";
import {ArrivedContext} from "../components/page-head";
import {useThemeChoice, type Theme} from "../components/theme-choice";

const doors = [
  {to: "/practise", label: "Practise", under: /^\/(practise|stories|progress|plan)/},
  {to: "/read", label: "Read", under: /^\/read/},
  {to: "/settings", label: "Settings", under: /^\/settings/},
];
const rooms = [
  {to: "/practise", label: "Interview", under: /^\/practise(?!\/history)/},
  {to: "/practise/history", label: "History", under: /^\/practise\/history/},
  {to: "/stories", label: "Stories", under: /^\/stories/},
  {to: "/progress", label: "Progress", under: /^\/progress/},
  {to: "/plan", label: "Plan", under: /^\/plan/},
];

function Links({of, label, at}: {of: typeof doors; label: string; at: string}) {
  return (
    <nav aria-label={label}>
      <ul className="links">
        {of.map(({to, label: name, under}) => (
          <li key={to}>
            <Link href={to} {...(under.test(at) && {"aria-current": at === to ? "page" : "true"})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ThemeButton() {
  const {theme, choose} = useThemeChoice();
  const next: Record<Theme, Theme> = {system: "light", light: "dark", dark: "system"};
  return (
    <Button className="theme" variant="default" size="xs" onClick={() => choose(next[theme])}>
      Theme: {theme === "system" ? "auto" : theme}
    </Button>
  );
}

export function Shell({children}: {children: ReactNode}) {
  const [at] = useLocation();
  const first = useRef(at);
  const moved = useRef(false);
  if (at !== first.current) moved.current = true;
  // A new object for each place, so that the heading there takes the focus.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `at` is the reason for a new one
  const arrived = useMemo(() => ({moved: moved.current}), [at]);
  useEffect(() => {
    if (moved.current) window.scrollTo(0, 0);
  }, [at]);
  const practising = doors[0]?.under.test(at) ?? false;
  const wide = /^\/(read\/.|practise\/[^/]+\/feedback)/.test(at);
  return (
    <ArrivedContext.Provider value={arrived}>
      <div className={wide ? "wide" : undefined}>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <header>
          <div className="masthead">
            <Link href="/" className="name">
              <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                <circle cx="16" cy="16" r="13.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
                <path d="M16 17 23 8" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
                <circle cx="16" cy="17" r="2.6" fill="currentColor" />
              </svg>
              Barometer
            </Link>
            <Links of={doors} label="Main" at={at} />
            <ThemeButton />
          </div>
          <div className="line" />
          {practising && (
            <>
              <div className="rooms">
                <Links of={rooms} label="Practise" at={at} />
              </div>
              <div className="line" />
            </>
          )}
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <p>Evidence, in the candidate’s own words. Not a decision.</p>
        </footer>
      </div>
    </ArrivedContext.Provider>
  );
}
