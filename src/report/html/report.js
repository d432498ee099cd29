// Everything on the page reads and links without this. It adds: keys, a filter, the theme, and in the
// wide layout it brings the transcript to the quote that has the focus.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const by_id = (id) => document.getElementById(id);
  const quotes = all("li.quote");
  const link_of = (quote) => quote.querySelector("blockquote a");
  const number_of = (quote) => quote.id.slice(1);
  const pane = by_id("transcript");
  const select = by_id("filter-principle");
  const radios = all('input[name="side"]');
  const dialog = by_id("keys");
  let current = null;

  // --- Filter ---------------------------------------------------------------------------------
  for (const section of all("section.principle")) {
    select.add(new Option(section.querySelector("h3").textContent, section.dataset.principle));
  }

  const side_chosen = () => radios.find((radio) => radio.checked).value;

  // A mark shows the sides of the quotes that are left.
  function repaint(mark, shown) {
    const sides = new Set(mark.dataset.quotes.split(" ").map((n) => shown.get(n)).filter(Boolean));
    mark.className = sides.size === 2 ? "both" : [...sides].join("");
  }

  function apply_filter() {
    const side = side_chosen();
    const principle = select.value;
    const shown = new Map();
    for (const quote of quotes) {
      const fits = (!side || quote.dataset.side === side) &&
        (!principle || quote.dataset.principle === principle);
      quote.hidden = !fits;
      if (fits) shown.set(number_of(quote), quote.dataset.side);
    }
    for (const section of all("section.principle")) {
      section.hidden = Boolean(principle) && section.dataset.principle !== principle;
      for (const part of all(":scope > [data-side]", section)) {
        part.hidden = Boolean(side) && part.dataset.side !== side;
      }
    }
    for (const row of all(".grid tbody tr")) {
      row.hidden = Boolean(principle) && row.dataset.principle !== principle;
    }
    for (const mark of all("mark[data-quotes]")) repaint(mark, shown);
    for (const note of all(".ref, .notes li")) note.hidden = !shown.has(note.dataset.quotes);
    by_id("showing").textContent =
      shown.size === quotes.length ? "" : `${shown.size} of ${quotes.length} quotes`;
  }

  function show_everything() {
    select.value = "";
    radios[0].checked = true;
    apply_filter();
  }

  function next_side() {
    const index = radios.findIndex((radio) => radio.checked);
    radios[(index + 1) % radios.length].checked = true;
    apply_filter();
  }

  // --- From quote to transcript -----------------------------------------------------------------
  function point_at(quote) {
    current = quote;
    for (const mark of all("mark.found")) mark.classList.remove("found");
    const marks = all(`mark[data-quotes~="${number_of(quote)}"]`);
    for (const mark of marks) mark.classList.add("found");
    if (marks.length > 0 && pane.scrollHeight > pane.clientHeight + 1) {
      const offset = marks[0].getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({top: pane.scrollTop + offset - pane.clientHeight / 3});
    }
  }

  function step(by) {
    const visible = quotes.filter((quote) => !quote.hidden && link_of(quote));
    if (visible.length === 0) return;
    const at = visible.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by;
    const quote = visible[Math.min(Math.max(next, 0), visible.length - 1)];
    link_of(quote).focus({preventScroll: true});
    quote.scrollIntoView({block: "center"});
  }

  for (const quote of quotes) quote.addEventListener("focusin", () => point_at(quote));

  // --- Theme ------------------------------------------------------------------------------------
  const themes = ["auto", "light", "dark"];
  // A page opened from a file may be refused storage; then the choice lasts until it is closed.
  const kept = {
    get() {
      try { return localStorage.getItem("barometer-theme"); } catch { return null; }
    },
    set(theme) {
      try { localStorage.setItem("barometer-theme", theme); } catch { /* as above */ }
    },
  };

  function set_theme(theme) {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    by_id("theme").textContent = `Theme: ${theme}`;
  }

  function next_theme() {
    const now = document.documentElement.dataset.theme || "auto";
    const theme = themes[(themes.indexOf(now) + 1) % themes.length];
    kept.set(theme);
    set_theme(theme);
  }

  // --- Keys -------------------------------------------------------------------------------------
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    b: () => { if (current) link_of(current).focus(); },
    f: () => select.focus(),
    "/": () => select.focus(),
    a: next_side,
    t: next_theme,
    "?": () => dialog.showModal(),
    Escape: show_everything,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target === select && event.key !== "Escape") return;  // letters choose an option
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  select.addEventListener("change", apply_filter);
  for (const radio of radios) radio.addEventListener("change", apply_filter);
  by_id("theme").addEventListener("click", next_theme);
  by_id("help").addEventListener("click", () => dialog.showModal());
  set_theme(themes.includes(kept.get()) ? kept.get() : "auto");
  by_id("settings").hidden = false;
  by_id("tools").hidden = quotes.length === 0;
})();
