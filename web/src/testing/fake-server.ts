// A server in memory that speaks the document src/api/openapi.yaml, for tests of the page only. Its interviewer asks from a list.
import type {Schemas} from "../api/client";

type Turn = Schemas["InterviewTurn"];
type Interview = Schemas["Interview"];

interface Seen {
  method: string;
  path: string;
  key: string | null;
  body: unknown;
}

const now = Date.UTC(2026, 10, 24, 12, 0);
const pack = {id: "amazon-2021", version: "1.0.0"};

function principle(id: string, name: string): Schemas["Principle"] {
  return {id, name, summary: "", indicators: [], anchors: ["", "", "", "", ""], questions: [], probes: []};
}

export class FakeServer {
  seen: Seen[] = [];
  down = false; // no answer at all
  loseAnswers = 0; // so many writes are done, but their answers are lost
  script: Pick<Turn, "kind" | "text">[] = [
    {kind: "probe", text: "Which pumps, exactly?"},
    {kind: "hint", text: "Think of whoever used them."},
    {kind: "close", text: "That was my last question. Thank you for your time."},
  ];
  interviews = new Map<string, Interview>();
  feedback: unknown = null;
  transcript: Partial<Schemas["Transcription"]> = {};
  speechFails: string | null = null; // what the endpoint does wrong
  hold: Promise<void> | null = null; // recordings become text only then
  secret: string | null = null; // asked for until a session is open
  stories: Schemas["Story"][] = [];
  readings = new Map<string, Schemas["Reading"]>();
  progress: Schemas["Progress"]["principles"] = [];
  plan: Schemas["Plan"] = {interview_date: null, pack, sessions: [], nudge: null};
  settings: Schemas["Settings"] = {theme: "system", pack: pack.id, speech: null, reader: null};
  pack: Schemas["Pack"] = {
    ...pack,
    title: "Sixteen leadership principles (2021)",
    summary: "",
    language: "en",
    license: "Apache-2.0",
    rating_scale: ["", "", "", "", ""],
    probe_kinds: [],
    principles: [principle("dive-deep", "Dive Deep"), principle("ownership", "Ownership")],
  };

  private asked = false;
  private count = 0;
  private answered = new Map<string, {status: number; body: unknown}>();

  // The 26 characters of an id.
  private id(): string {
    this.count += 1;
    return `a${String(this.count).padStart(25, "0")}`;
  }

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (this.down) throw new TypeError("Failed to fetch");
    this.asked ||= this.secret !== null;
    const url = new URL(request.url);
    const raw = request.method === "GET" ? "" : await request.text();
    const json = (request.headers.get("Content-Type") ?? "").includes("json");
    const body: unknown = raw !== "" && json ? JSON.parse(raw) : raw;
    const key = request.headers.get("Idempotency-Key");
    this.seen.push({method: request.method, path: url.pathname, key, body});
    if (this.secret !== null && url.pathname !== "/api/v1/session")
      return this.problem(401, "unauthorized", "This server asks for its secret.");
    if (url.pathname.endsWith("/transcriptions") && this.hold) {
      await this.hold;
      request.signal.throwIfAborted();
    }
    if (request.method === "POST" && key === null && !/\/(session|transcriptions)$/.test(url.pathname))
      return this.problem(400, "malformed", "The key is missing.");
    let outcome = key === null ? undefined : this.answered.get(key);
    if (outcome === undefined) {
      outcome = this.answer(request.method, url.pathname, body);
      if (key !== null && outcome.status < 400) this.answered.set(key, outcome);
    }
    if (request.method !== "GET" && this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw new TypeError("Failed to fetch");
    }
    if (outcome.status === 204) return new Response(null, {status: 204});
    const type = outcome.status >= 400 ? "application/problem+json" : "application/json";
    return new Response(JSON.stringify(outcome.body), {
      status: outcome.status,
      headers: {"Content-Type": type},
    });
  };

  writes(path: string): Seen[] {
    return this.seen.filter((one) => one.method !== "GET" && one.path.endsWith(path));
  }

  startInterview(question = "Tell me about a problem you examined closely."): Interview {
    const interview: Interview = {
      id: this.id(),
      sequence: this.count,
      created_ms: now,
      pack,
      principles: ["dive-deep"],
      length: "short",
      probing: "usual",
      status: "running",
      turns: [this.turn(0, "interviewer", "question", question)],
      draft: "",
    };
    this.interviews.set(interview.id, interview);
    return interview;
  }

  addReading(
    status: Schemas["Reading"]["status"],
    more: Partial<Schemas["Reading"]> = {},
  ): Schemas["Reading"] {
    const speaker = (name: string) => ({name, role: "unknown" as const, turns: 3, words: 40});
    const reading: Schemas["Reading"] = {
      id: this.id(),
      sequence: this.count,
      created_ms: now,
      name: "call.vtt",
      pack,
      format: "zoom_vtt",
      status,
      progress: status === "done" ? 1 : 0,
      speakers: [speaker("Martin Keller"), speaker("Ines Duarte")],
      warnings: [],
      problem: null,
      ...more,
    };
    this.readings.set(reading.id, reading);
    return reading;
  }

  private turn(number: number, speaker: Turn["speaker"], kind: Turn["kind"], text: string): Turn {
    return {number, speaker, kind, text, reason: null, gap: null, created_ms: now};
  }

  private problem(status: number, type: string, detail: string): Response {
    return new Response(JSON.stringify(this.trouble(status, type, detail).body), {
      status,
      headers: {"Content-Type": "application/problem+json"},
    });
  }

  private trouble(status: number, type: string, detail: string) {
    return {status, body: {type: `urn:barometer:problem:${type}`, title: type, status, detail}};
  }

  private say(interview: Interview, text: string) {
    const at = interview.turns.length;
    const given = interview.turns.filter(({speaker}) => speaker === "candidate").length;
    const next = this.script[Math.min(given, this.script.length - 1)] ?? {kind: "close", text: "Thank you."};
    const answer = this.turn(at, "candidate", "answer", text);
    const utterances = [this.turn(at + 1, "interviewer", next.kind, next.text)];
    interview.turns = [...interview.turns, answer, ...utterances];
    interview.draft = "";
    if (next.kind === "close") interview.status = "ended";
    return {answer, utterances, status: interview.status};
  }

  private addStory(input: Schemas["StoryInput"], tellings: number): Schemas["Story"] {
    const parts = {situation: "", task: "", action: "", result: "", notes: "", principles: []};
    const id = this.id();
    const story = {...parts, ...input, id, sequence: this.count, created_ms: now, updated_ms: now, tellings};
    this.stories = [story, ...this.stories];
    return story;
  }

  private matrix(): Schemas["StoryMatrix"] {
    return {
      pack,
      principles: this.pack.principles.map(({id}) => {
        const stories = this.stories.filter(({principles}) => principles.includes(id)).length;
        return {principle: id, stories, gap: stories === 0 ? "No story is meant for it." : null};
      }),
      stories: this.stories.map(({id, title, principles, tellings}) => ({
        id,
        title,
        over_used: principles.length > 3,
        tellings,
        cells: principles
          .filter((one) => this.pack.principles.some((known) => known.id === one))
          .map((one) => ({
            principle: one,
            meant: true,
            verdict: "mixed" as const,
            supports: 2,
            contradicts: 1,
          })),
      })),
    };
  }

  private answer(method: string, path: string, body: unknown): {status: number; body: unknown} {
    const ok = (value: unknown, status = 200) => ({status, body: value});
    const missing = this.trouble(404, "not_found", "There is no such thing.");
    const route = `${method} ${path.replace("/api/v1", "")}`;
    const given = body as Record<string, never>;
    switch (route) {
      case "GET /packs":
        return ok({packs: [{...pack, title: this.pack.title, language: "en", principles: 2, problem: null}]});
      case "GET /interviews":
        return ok({
          interviews: [...this.interviews.values()]
            .reverse()
            .map((one) => ({...one, turns: one.turns.length})),
        });
      case "POST /interviews":
        return ok(this.startInterview(), 201);
      case "GET /stories":
        return ok({stories: this.stories});
      case "POST /stories":
        return ok(this.addStory(body as Schemas["StoryInput"], 0), 201);
      case "GET /story-bank/matrix":
        return ok(this.matrix());
      case "POST /story-bank/import": {
        if (typeof body === "string")
          return this.trouble(422, "invalid_input", "Line 1 is no heading of a story.");
        const {stories} = body as Schemas["StoryBank"];
        stories.forEach(({tellings, ...story}) => this.addStory(story, tellings?.length ?? 0));
        return ok({added: stories.length, left_out: 0});
      }
      case "GET /progress":
        return ok({pack, principles: this.progress});
      case "GET /plan":
        return ok(this.plan);
      case "PUT /plan":
        this.plan = {...this.plan, interview_date: given.interview_date ?? null};
        return ok(this.plan);
      case "GET /settings":
        return ok(this.settings);
      case "PUT /settings": {
        const input = body as Schemas["SettingsInput"];
        const kept = (endpoint: Schemas["EndpointInput"] | null, old: Schemas["Endpoint"] | null) =>
          endpoint && {
            url: endpoint.url,
            model: endpoint.model ?? "",
            has_secret: endpoint.secret === undefined ? (old?.has_secret ?? false) : endpoint.secret !== "",
          };
        this.settings = {
          theme: input.theme,
          pack: input.pack,
          speech: kept(input.speech, this.settings.speech),
          reader: kept(input.reader, this.settings.reader),
        };
        return ok(this.settings);
      }
      case "GET /data":
        return ok({
          store: "sqlite",
          place: "/data/barometer.db",
          bytes: 4096,
          readings: this.readings.size,
          interviews: this.interviews.size,
          stories: this.stories.length,
          leaves_the_machine: this.settings.speech
            ? [`Recorded speech goes to ${new URL(this.settings.speech.url).host} to become text.`]
            : [],
        } satisfies Schemas["DataOverview"]);
      case "POST /data/erase":
        this.interviews.clear();
        this.readings.clear();
        this.stories = [];
        return ok(null, 204);
      case "GET /session":
        return ok({asks_for_secret: this.asked} satisfies Schemas["Session"]);
      case "POST /session":
        if (given.secret !== this.secret) return this.trouble(401, "unauthorized", "This is not the secret.");
        this.secret = null;
        return ok(null, 204);
      case "DELETE /session":
        return ok(null, 204);
      case "POST /speech/transcriptions":
        if (this.speechFails !== null) return this.trouble(502, "endpoint", this.speechFails);
        return ok({
          text: "",
          language: null,
          duration_ms: null,
          words: [],
          segments: [],
          ...this.transcript,
        } satisfies Schemas["Transcription"]);
      case "GET /readings":
        return ok({readings: [...this.readings.values()].reverse()});
      case "POST /readings":
        return ok(this.addReading("waiting_for_roles"), 201);
      default:
        return this.answerAbout(method, path.split("/").slice(3), body) ?? missing;
    }
  }

  private answerAbout(method: string, [area, id = "", part = ""]: string[], body: unknown) {
    const ok = (value: unknown, status = 200) => ({status, body: value});
    const route = `${method} ${area}${part && `/${part}`}`;
    const given = body as {text: string; roles: {speaker: string; role: Schemas["Role"]}[]};
    if (area === "packs") return ok(this.pack);
    const interview = this.interviews.get(id);
    const reading = this.readings.get(id);
    const story = this.stories.find((one) => one.id === id);
    if (interview) {
      switch (route) {
        case "GET interviews":
          return ok(interview);
        case "POST interviews/answers":
          return interview.status === "ended"
            ? this.trouble(409, "conflict", "The interview is over.")
            : ok(this.say(interview, given.text));
        case "POST interviews/end":
          interview.status = "ended";
          return ok(interview);
        case "PUT interviews/draft":
          interview.draft = given.text;
          return ok(null, 204);
        case "GET interviews/feedback":
          return this.feedback
            ? ok(this.feedback)
            : this.trouble(409, "conflict", "The interview still runs.");
        case "DELETE interviews":
          this.interviews.delete(id);
          return ok(null, 204);
      }
    }
    if (reading) {
      switch (route) {
        case "GET readings":
          return ok(reading);
        case "POST readings/roles": {
          const said = {...reading, status: "queued" as const};
          this.readings.set(id, said);
          return ok(said);
        }
        case "DELETE readings":
          this.readings.delete(id);
          return ok(null, 204);
      }
    }
    if (story) {
      if (route === "GET stories") return ok(story);
      if (route === "GET stories/tellings") return ok({tellings: []});
      if (route === "POST stories/tellings") return ok({}, 201);
    }
    return null;
  }
}
