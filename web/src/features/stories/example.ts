// Two invented stories to look around with. The nurse is the one of examples/night-ward.vtt.
import type {StoryBank} from "../../api/stories";

export const example: StoryBank = {
  schema: "barometer.stories/1",
  stories: [
    {
      title: "The late antibiotics",
      situation:
        "Last winter on the respiratory ward, four patients in six weeks got their antibiotics late on the day they moved from emergency. Nobody owned that gap.",
      task: "I was a staff nurse on nights. It was not mine to fix, but I was the one at the bed with an empty tray.",
      action:
        "I pulled the charts of all thirty-one transfers of that month on two quiet nights and wrote down when each order was signed, printed and given. Nineteen were late by more than an hour, and seventeen of those had moved between half past six and half past seven. I showed the two charge nurses the sheet and asked to try one thing for two weeks: the order is phoned through before the patient leaves.",
      result: "In the two weeks after, three of twenty-six were late. The phone call stayed.",
      notes: "Have the thirty-one and the nineteen ready.",
      principles: ["customer-obsession", "ownership", "dive-deep", "insist-on-the-highest-standards"],
      tellings: [
        "On my ward the antibiotics came late after transfers. I looked at the charts and found that it was the shift change. We started phoning the order through, and it got better.",
        "Last winter on the respiratory ward four patients in six weeks got their antibiotics late after they moved from emergency. I pulled the charts of all thirty-one transfers. Nineteen were late, seventeen of them around the shift change. I asked both charge nurses for a two-week trial: phone the order through before the patient leaves. After that three of twenty-six were late.",
      ],
    },
    {
      title: "The bed board that nobody read",
      situation:
        "The bed board on the wall was filled in by hand every four hours and was wrong by the time it was dry.",
      task: "I was asked to make it look tidier.",
      action:
        "I followed one bed for a day, found that three people already wrote the same thing down, and took the board off the wall for a week.",
      result: "Nobody missed it. The clerk got an hour a day back.",
      notes: "",
      principles: ["invent-and-simplify", "frugality"],
    },
  ],
};
