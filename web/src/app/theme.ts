import {createTheme, type MantineColorsTuple, type VariantColorsResolver} from "@mantine/core";

// Colours live in base.css as variables that change with the theme; the library gets their names only.
const ink = Array.from({length: 10}, () => "#1d2126") as unknown as MantineColorsTuple;

const colours: VariantColorsResolver = ({color, variant}) => {
  const danger = color === "against";
  const strong = danger ? "var(--against)" : "var(--ink)";
  if (variant === "filled") {
    return {
      background: strong,
      hover: danger ? "var(--against-hover)" : "var(--ink-hover)",
      color: "var(--paper)",
      border: "1px solid transparent",
    };
  }
  return {
    background: "transparent",
    hover: "var(--raised)",
    color: strong,
    border: variant === "subtle" ? "1px solid transparent" : `1px solid ${danger ? strong : "var(--edge)"}`,
  };
};

export const theme = createTheme({
  primaryColor: "ink",
  colors: {ink},
  variantColorResolver: colours,
  fontFamily: "var(--plain)",
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // Locking the page's scrolling would put a style element into the page, which the policy forbids.
    ModalRoot: {defaultProps: {lockScroll: false}},
    Button: {defaultProps: {size: "md"}},
  },
});
