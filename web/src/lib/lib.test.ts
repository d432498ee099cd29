import {describe, expect, test} from "vitest";
import {answerArrived, keepAnswer, keptAnswer, keyForAnswer} from "./answer-draft";
import {byteLength, sliceBytes} from "./bytes";
import {daysBetween, sayDistance, sayLength, toDay} from "./dates";
import {newKey} from "./idempotency";
import {placeOf} from "./endpoint-place";
import {deliveryOf} from "./pace";
import {amount, countWords, sayBytes} from "./words";

describe("Bytes", () => {
  test("count UTF-8, not UTF-16", () => {
    expect(sliceBytes("J'ai décidé 👍 seul.", 5, 13)).toBe("décidé");
    expect(sliceBytes("👍 seul", 5, 9)).toBe("seul");
    expect(byteLength("é👍")).toBe(6);
  });
  test("cut no character and stay inside", () => {
    expect(sliceBytes("é", 0, 1)).toBeNull();
    expect(sliceBytes("abc", 2, 1)).toBeNull();
    expect(sliceBytes("abc", 0, 4)).toBeNull();
    expect(sliceBytes("abc", 3, 3)).toBe("");
  });
});

describe("Keys", () => {
  test("differ and fit the document", () => {
    const keys = new Set(Array.from({length: 100}, newKey));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^[!#-~]{8,64}$/);
  });
});

describe("An answer that was sent", () => {
  test("keeps its key while its text is the same", () => {
    keepAnswer("one", "I counted them.");
    const key = keyForAnswer("one", "I counted them.");
    expect(keyForAnswer("one", "I counted them.")).toBe(key);
    keepAnswer("one", "I counted them.");
    expect(keyForAnswer("one", "I counted them.")).toBe(key);
    expect(keyForAnswer("one", "I counted them all.")).not.toBe(key);
  });
  test("gets a new key after it arrived", () => {
    const key = keyForAnswer("one", "Yes.");
    answerArrived("one", "");
    expect(keptAnswer("one")).toBeNull();
    expect(keyForAnswer("one", "Yes.")).not.toBe(key);
  });
  test("leaves what is typed beside it", () => {
    keepAnswer("one", "Half an ans");
    keyForAnswer("one", "Give me a minute, please.");
    answerArrived("one", "Half an ans");
    expect(keptAnswer("one")).toBe("Half an ans");
  });
  test("is not mixed up by what somebody else wrote there", () => {
    localStorage.setItem("barometer.answer.one", "{not json");
    expect(keptAnswer("one")).toBeNull();
  });
});

describe("Delivery", () => {
  test("of 300 words in two minutes is 150 a minute", () => {
    const spoken = Array.from({length: 300}, (_, at) => (at % 25 === 0 ? "um" : "word")).join(" ");
    expect(deliveryOf(spoken, 120_000)).toEqual({
      words: 300,
      wordsPerMinute: 150,
      fillers: 12,
      fillersPerHundred: 4,
    });
  });
  test("is not told from a few words", () => {
    expect(deliveryOf("I did it.", 60_000).wordsPerMinute).toBeNull();
  });
  test("finds fillers as words only", () => {
    expect(deliveryOf("The umbrella, er, um, was wet. Err is a word, you know.", 9000).fillers).toBe(4);
  });
});

describe("Endpoints", () => {
  test("are on the same machine only where their address says so", () => {
    expect(placeOf("http://127.0.0.1:8080/v1")).toEqual({
      host: "127.0.0.1:8080",
      sameMachine: true,
      encrypted: false,
    });
    expect(placeOf("http://localhost/v1").sameMachine).toBe(true);
    expect(placeOf("http://[::1]:9/v1").sameMachine).toBe(true);
    expect(placeOf("https://api.example.org/v1")).toEqual({
      host: "api.example.org",
      sameMachine: false,
      encrypted: true,
    });
    expect(placeOf("http://127.0.0.1.example.org/v1").sameMachine).toBe(false);
    expect(placeOf("http://192.168.1.5:8000").sameMachine).toBe(false);
    expect(placeOf("nowhere").host).toBe("nowhere");
  });
});

describe("Words", () => {
  test("are counted as people do", () => {
    expect(countWords("I'd counted 1,200 of them – twice.")).toBe(6);
    expect(countWords("  ")).toBe(0);
    expect(amount(1, "story", "stories")).toBe("1 story");
    expect(sayBytes(581_000)).toBe("581 kB");
  });
});

describe("Dates", () => {
  test("are days, whatever the hour or the clock change", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(sayDistance("2026-11-24", "2026-11-24")).toBe("today");
    expect(sayDistance("2026-11-24", "2026-12-12")).toBe("in 18 days");
    expect(sayDistance("2026-11-24", "2026-11-22")).toBe("2 days ago");
    expect(toDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
    expect(sayLength(65_000)).toBe("1:05");
  });
});
