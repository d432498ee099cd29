// The theme: at once in this browser, and kept by the server for the next one.
import {useMantineColorScheme} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {keeping, settingsQuery, useReplaceSettings} from "../api/settings";

export type Theme = "system" | "light" | "dark";

export function useThemeChoice(): {theme: Theme; choose: (theme: Theme) => void} {
  const {colorScheme, setColorScheme} = useMantineColorScheme({keepTransitions: true}); // else it would add a style element
  const {data: settings} = useQuery(settingsQuery);
  const replace = useReplaceSettings();
  return {
    theme: colorScheme === "auto" ? "system" : colorScheme,
    choose: (theme) => {
      setColorScheme(theme === "system" ? "auto" : theme);
      if (settings) replace.mutate({...keeping(settings), theme});
    },
  };
}
