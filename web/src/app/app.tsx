// Composition root: providers around the shell and its pages.
import {MantineProvider} from "@mantine/core";
import {QueryClientProvider, type QueryClient} from "@tanstack/react-query";
import {theme} from "./theme";
import {Routes} from "./routes";
import {SecretGate} from "./secret-gate";
import {Shell} from "./shell";

export function App({queries}: {queries: QueryClient}) {
  return (
    // Variables come from style sheets: the server's policy allows no style element.
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <Shell>
          <SecretGate>
            <Routes />
          </SecretGate>
        </Shell>
      </QueryClientProvider>
    </MantineProvider>
  );
}
