import {usePackNames} from "../../api/packs";
import {useChosenPack} from "../../api/settings";

// The pack that the stories are held against, with its names.
export function usePackChoice() {
  const id = useChosenPack();
  return {id, ...usePackNames(id)};
}
