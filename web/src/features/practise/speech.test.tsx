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
  state = "inactive";
  mimeType = "audio/webm;codecs=opus";
  start() {
    this.state = "recording";
  }
  stop() {
    this.state = "inactive";
    this.dispatchEvent(Object.assign(new Event("dataavailable"), {data: new Blob(["sound"])}));
    this.dispatchEvent(new Event("stop"));
  }
}

function interview() {
  const server = new FakeServer();
  return {server, id: server.startInterview().id};
}

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
    vi.stubGlobal("MediaRecorder", FakeRecorder);
    const getUserMedia = () => Promise.resolve({getTracks: () => []});
    vi.stubGlobal(
      "navigator",
      Object.assign(Object.create(navigator) as object, {mediaDevices: {getUserMedia}}),
    );
    const {server, id} = interview();
    server.settings.speech = {url: "http://127.0.0.1:8080/v1", model: "", has_secret: false};
    server.transcript = "the third pump";
    const {user, screen} = openPage(`/practise/${id}`, server);
    await user.click(await screen.findByText("Speak instead of writing"));
    expect(screen.getByText("http://127.0.0.1:8080/v1")).toBeDefined();
    await user.click(screen.getByRole("button", {name: "Start speaking"}));
    await user.click(await screen.findByRole("button", {name: "Stop"}));
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>("Your answer").value).toBe("the third pump"),
    );
    expect(server.writes("/transcriptions")).toHaveLength(1);
  });
});
