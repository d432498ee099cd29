import {act, waitFor} from "@testing-library/react";
import {describe, expect, test, vi} from "vitest";
import {FakeServer} from "../../testing/fake-server";
import {openPage} from "../../testing/render";

class FakeRecogniser extends EventTarget {
  static last: FakeRecogniser | null = null;
  lang = "";
  continuous = false;
  interimResults = true;
  start() {
    FakeRecogniser.last = this;
  }
  stop() {
    this.dispatchEvent(new Event("end"));
  }
  abort() {}
  say(transcript: string) {
    const result = Object.assign([{transcript}], {isFinal: true});
    this.dispatchEvent(Object.assign(new Event("result"), {resultIndex: 0, results: [result]}));
  }
}

class FakeRecorder extends EventTarget {
  static isTypeSupported = () => true;
  static last: FakeRecorder | null = null;
  static sound = "sound";
  state = "inactive";
  mimeType = "audio/webm;codecs=opus";
  start() {
    this.state = "recording";
    FakeRecorder.last = this;
  }
  stop() {
    this.state = "inactive";
    this.dispatchEvent(
      Object.assign(new Event("dataavailable"), {
        data: new Blob(FakeRecorder.sound ? [FakeRecorder.sound] : []),
      }),
    );
    this.dispatchEvent(new Event("stop"));
  }
}

// A browser with a microphone; tells whether it is in use.
function microphone(refused?: string) {
  const track = {open: false, stop: () => (track.open = false)};
  const getUserMedia = () => {
    if (refused !== undefined) return Promise.reject(new DOMException("no", refused));
    track.open = true;
    return Promise.resolve({getTracks: () => [track]});
  };
  FakeRecorder.sound = "sound";
  vi.stubGlobal("MediaRecorder", FakeRecorder);
  const withMedia = Object.assign(Object.create(navigator) as object, {mediaDevices: {getUserMedia}});
  vi.stubGlobal("navigator", withMedia);
  return track;
}

function interview() {
  const server = new FakeServer();
  return {server, id: server.startInterview().id};
}

// An interview whose endpoint for speech is at `url`, with speaking opened.
async function speaking(url = "http://127.0.0.1:8080/v1") {
  const {server, id} = interview();
  server.settings.speech = {url, model: "", has_secret: false};
  const opened = openPage(`/practise/${id}`, server);
  await opened.user.click(await opened.screen.findByText("Speak instead of writing"));
  return opened;
}

type Opened = Awaited<ReturnType<typeof speaking>>;

async function record(user: Opened["user"], screen: Opened["screen"]) {
  await user.click(screen.getByRole("button", {name: "Start speaking"}));
  await user.click(await screen.findByRole("button", {name: "Stop"}));
}

const field = (screen: Opened["screen"]) => screen.getByLabelText<HTMLTextAreaElement>("Your answer");

describe("Speaking", () => {
  test("is not offered where nothing can hear", async () => {
    const {server, id} = interview();
    const {screen} = openPage(`/practise/${id}`, server);
    await screen.findByLabelText("Your answer");
    await waitFor(() => expect(server.seen.some(({path}) => path.endsWith("/settings"))).toBe(true));
    expect(screen.queryByText("Speak instead of writing")).toBeNull();
  });

  test("by the browser warns where the sound may go, and adds to what is written", async () => {
    vi.stubGlobal("SpeechRecognition", FakeRecogniser);
    const {server, id} = interview();
    const {user, screen} = openPage(`/practise/${id}`, server);
    await user.type(await screen.findByLabelText("Your answer"), "It was");
    await user.click(await screen.findByText("Speak instead of writing"));
    expect(screen.getByText(/Some browsers send the sound to their maker/)).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    act(() => FakeRecogniser.last?.say("the third pump"));
    await user.click(screen.getByRole("button", {name: "Stop"}));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Your answer").value).toBe("It was the third pump");
    expect(screen.getByText(/too little to tell a pace/)).toBeDefined();
    expect(server.writes("/answers")).toHaveLength(0);
  });

  test("by the endpoint of the settings says where the voice goes", async () => {
    const track = microphone();
    const {server, user, screen} = await speaking("http://127.0.0.1:8080/v1");
    server.transcript = {text: "the third pump"};
    expect(screen.getByText("127.0.0.1:8080")).toBeDefined();
    expect(screen.getByText(/another program on the machine that Barometer runs on/)).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    const stop = await screen.findByRole("button", {name: "Stop"});
    expect(screen.getByText("Recording")).toBeDefined();
    expect(screen.getByRole("timer").textContent).toBe("0:00");
    expect(track.open).toBe(true);
    await user.click(stop);
    await waitFor(() => expect(field(screen).value).toBe("the third pump"));
    expect(track.open).toBe(false);
    expect(await screen.findByText("The text is added to your answer.")).toBeDefined();
    expect(server.writes("/transcriptions")).toHaveLength(1);
    expect(server.writes("/answers")).toHaveLength(0);
    await user.type(field(screen), " failed");
    expect(field(screen).value).toBe("the third pump failed");
  });

  test("says plainly when the voice leaves the machine, and whether others can listen", async () => {
    microphone();
    const {screen} = await speaking("http://speech.example:8000/v1");
    expect(screen.getByText("leaves this machine")).toBeDefined();
    expect(screen.getByText("speech.example:8000")).toBeDefined();
    expect(screen.getByText(/it is not encrypted on its way/)).toBeDefined();
  });

  test("tells the pace from the first word to the last, to the speaker only", async () => {
    microphone();
    const {server, user, screen} = await speaking();
    const words = Array.from({length: 30}, (_, at) => ({
      text: at % 10 === 0 ? "um" : "word",
      begin_ms: 4000 + at * 400,
      end_ms: 4400 + at * 400,
    }));
    server.transcript = {text: words.map(({text}) => text).join(" "), words, duration_ms: 40_000};
    await record(user, screen);
    expect(await screen.findByText(/150 words a minute/)).toBeDefined();
    expect(screen.getByText(/3 fillers, 10.0 in a hundred words/)).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Send the answer"}));
    await waitFor(() => expect(server.writes("/answers")).toHaveLength(1));
    expect(Object.keys(server.writes("/answers")[0]!.body as object)).toEqual(["text"]);
  });

  test("can be cancelled while it records and while it becomes text", async () => {
    const track = microphone();
    const {server, user, screen} = await speaking();
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    await screen.findByRole("button", {name: "Stop"});
    await user.click(screen.getByRole("button", {name: "Cancel"}));
    expect(await screen.findByText("Nothing is kept of it.")).toBeDefined();
    expect(track.open).toBe(false);
    expect(server.writes("/transcriptions")).toHaveLength(0);
    let letGo: () => void = () => undefined;
    server.hold = new Promise((resolve) => (letGo = resolve));
    server.transcript = {text: "too late"};
    await record(user, screen);
    expect(await screen.findByText("Turning it into text…")).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Cancel"}));
    letGo();
    expect(await screen.findByText("Nothing is kept of it.")).toBeDefined();
    expect(field(screen).value).toBe("");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("keeps the recording when the endpoint fails, and sends it again on request", async () => {
    microphone();
    const {server, user, screen} = await speaking();
    server.speechFails = "127.0.0.1:8080: nothing answers there.";
    await record(user, screen);
    expect(await screen.findByText(/nothing answers there/)).toBeDefined();
    server.speechFails = null;
    server.transcript = {text: "the third pump"};
    await user.click(screen.getByRole("button", {name: "Try again"}));
    await waitFor(() => expect(field(screen).value).toBe("the third pump"));
    expect(screen.queryByText(/nothing answers there/)).toBeNull();
  });

  test("says what to do where the microphone is refused, missing or silent", async () => {
    microphone("NotAllowedError");
    const {user, screen} = await speaking();
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    expect(await screen.findByText(/The microphone is not allowed here/)).toBeDefined();
    microphone("NotFoundError");
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    expect(await screen.findByText(/There is no microphone/)).toBeDefined();
    microphone();
    await record(user, screen);
    expect(await screen.findByText(/Nothing was heard/)).toBeDefined();
    FakeRecorder.sound = "";
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    await screen.findByRole("button", {name: "Stop"});
    act(() => FakeRecorder.last?.stop()); // the microphone was unplugged
    expect(await screen.findByText(/Nothing was recorded/)).toBeDefined();
  });

  test("lets go of the microphone when the page is left", async () => {
    const track = microphone();
    const {user, screen, close} = await speaking();
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    await screen.findByRole("button", {name: "Stop"});
    expect(track.open).toBe(true);
    close();
    expect(track.open).toBe(false);
  });

  test("says why where an endpoint is set and the browser gives no microphone", async () => {
    const {screen} = await speaking();
    expect(screen.getByText(/gives this page no microphone/)).toBeDefined();
  });
});
