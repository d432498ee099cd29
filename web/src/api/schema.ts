// Made from src/api/openapi.yaml by `npm run types`. Do not edit.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can read and write its store */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counters for Prometheus; no text of anybody */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["get_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packs on this machine */
        get: operations["list_packs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packs/{pack_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pack, whole */
        get: operations["get_pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readings, newest first */
        get: operations["list_readings"];
        put?: never;
        /**
         * Hand in a transcript file
         * @description The file is kept byte for byte. Where its labels tell who the candidate is, reading starts at once; otherwise the status is `waiting_for_roles` and the roles have to be said.
         */
        post: operations["create_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        /** How far a reading is */
        get: operations["get_reading"];
        put?: never;
        post?: never;
        /** Erase the transcript and its report */
        delete: operations["delete_reading"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who is who; reading starts */
        post: operations["assign_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        /**
         * The report for programs
         * @description schemas/report-1.schema.json. A conflict while the reading is not done.
         */
        get: operations["get_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading_id}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        /** The report as one page without any other file */
        get: operations["get_report_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings/{reading_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        /**
         * Progress, as server-sent events
         * @description Events named `reading` whose data is a Reading, one at once and one for each change; a comment every 15 s keeps the line open. The stream ends after status `done` or `failed`.
         */
        get: operations["watch_reading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Practice interviews, newest first */
        get: operations["list_interviews"];
        put?: never;
        /** Start a practice interview; its first turn is the question */
        post: operations["create_interview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        /** The whole interview, its draft included */
        get: operations["get_interview"];
        put?: never;
        post?: never;
        /** Erase the interview, its feedback and its draft */
        delete: operations["delete_interview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer, and hear what the interviewer says to it
         * @description The answer is on disk before the interviewer hears it. An empty text is silence. After the turn of kind `close` the interview is over and takes no more answers (a conflict).
         */
        post: operations["submit_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the interview now; the last turn is a close */
        post: operations["end_interview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        /**
         * Feedback, in the candidate's own words
         * @description schemas/feedback-1.schema.json. A conflict while the interview runs, as feedback comes only afterwards.
         */
        get: operations["get_feedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{interview_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Keep what is typed so far; an answer clears it */
        put: operations["save_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stories, newest first */
        get: operations["list_stories"];
        put?: never;
        /** Keep a story */
        post: operations["create_story"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories/{story_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        /** One story */
        get: operations["get_story"];
        /** Replace a story; its tellings stay */
        put: operations["replace_story"];
        post?: never;
        /** Erase a story and its tellings */
        delete: operations["delete_story"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories/{story_id}/tellings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        /** The tellings of a story, oldest first, each compared with the one before */
        get: operations["list_tellings"];
        put?: never;
        /** Keep one more telling of a story, as it was said */
        post: operations["add_telling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/story-bank/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stories by principles, with gaps and over-use */
        get: operations["get_story_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/story-bank/sheet.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One printed page to read just before the call */
        get: operations["get_story_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/story-bank/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All stories with their tellings */
        get: operations["export_stories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/story-bank/export.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All stories as Markdown that can be read in again */
        get: operations["export_stories_as_markdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/story-bank/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in stories, all or none; nothing that is there is replaced */
        post: operations["import_stories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each finished practice interview showed, per principle */
        get: operations["get_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan, and at most one nudge
         * @description Without a date there are no sessions.
         */
        get: operations["get_plan"];
        /** Say when the interview is; practice is spaced backwards from it */
        put: operations["set_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings; secrets are never given out */
        get: operations["get_settings"];
        /**
         * Replace the settings
         * @description An endpoint without `secret` keeps the one it has, unless its host or scheme is another now; an empty one takes it away. Null takes the endpoint away.
         */
        put: operations["replace_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept, and where */
        get: operations["get_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept, in the form that `barometer restore` takes; secrets of endpoints left out */
        get: operations["export_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase everything that is kept */
        post: operations["erase_data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this server asks for a secret; 401 for those who have not shown it */
        get: operations["get_session"];
        put?: never;
        /**
         * Show the secret once; a cookie stands for it from then on
         * @description The cookie `barometer_session` is HttpOnly and SameSite=Strict, and Secure where the page came by https. A session lasts for 12 hours, or until the server ends. A conflict where the server asks for no secret. No key: asking twice opens two sessions.
         */
        post: operations["open_session"];
        /** End this session; its cookie is worth nothing afterwards */
        delete: operations["close_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/speech/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A recorded answer becomes text
         * @description The recording goes to the endpoint of the settings (`speech`; OpenAI-compatible) and nowhere else: no redirect is followed and no proxy used. Neither sound nor text is kept or logged, so there is no key: the same recording sent again is heard again. A conflict where no endpoint is set. Times are there as far as the endpoint tells them; pace and fillers are for the speaker only.
         */
        post: operations["transcribe_speech"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Id: string;
        /** Format: date */
        Date: string;
        /** @description Milliseconds since 1970 in UTC */
        Time: number;
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What failed and what to try; for people */
            detail: string;
        };
        Health: {
            /** @constant */
            status: "ok";
            version: string;
            /** @enum {unknown} */
            store: "sqlite" | "postgresql" | "memory";
        };
        /** @enum {unknown} */
        Role: "candidate" | "interviewer" | "other" | "unknown";
        /** @enum {unknown} */
        Verdict: "not_assessed" | "insufficient" | "weak" | "mixed" | "strong";
        PackName: {
            id: string;
            version: string;
        };
        PackEntry: {
            id: string;
            version: string;
            title: string;
            /** @description BCP 47 */
            language: string;
            principles: number;
            /** @description Why it cannot be used */
            problem: string | null;
        };
        Pack: {
            id: string;
            version: string;
            title: string;
            summary: string;
            language: string;
            /** @description SPDX */
            license: string;
            rating_scale: string[];
            /** @description Beyond the built-in ones */
            probe_kinds: {
                id: string;
                meaning: string;
            }[];
            principles: components["schemas"]["Principle"][];
        };
        Principle: {
            id: string;
            name: string;
            summary: string;
            indicators: {
                id: string;
                /** @enum {unknown} */
                polarity: "supports" | "contradicts";
                text: string;
            }[];
            /** @description Of ratings 1 to 5 */
            anchors: string[];
            questions: {
                id: string;
                /** @enum {unknown} */
                kind: "past" | "hypothetical" | "direct";
                /** @enum {unknown} */
                level: "junior" | "senior" | "manager";
                text: string;
            }[];
            probes: {
                kind: string;
                when: string;
                text: string;
            }[];
        };
        Speaker: {
            /** @description The label as written; empty if there was none */
            name: string;
            role: components["schemas"]["Role"];
            turns: number;
            words: number;
        };
        Reading: {
            id: components["schemas"]["Id"];
            sequence: number;
            created_ms: components["schemas"]["Time"];
            name: string;
            pack: components["schemas"]["PackName"];
            /** @description Importer that knew the file; such as teams_vtt */
            format: string;
            /** @enum {unknown} */
            status: "waiting_for_roles" | "queued" | "reading" | "done" | "failed";
            progress: number;
            speakers: components["schemas"]["Speaker"][];
            warnings: {
                code: string;
                message: string;
            }[];
            /** @description Why it failed and what to try */
            problem: string | null;
        };
        /** @enum {unknown} */
        InterviewStatus: "running" | "ended";
        InterviewSetup: {
            pack?: string;
            /** @description Ids, in the order in which they are asked about; empty is "surprise me" */
            principles: string[];
            /** @enum {unknown} */
            length?: "short" | "usual" | "long";
            /** @enum {unknown} */
            probing?: "gentle" | "usual" | "hard";
            /** @description Asked first, word for word */
            question?: string | null;
        };
        InterviewEntry: {
            id: components["schemas"]["Id"];
            sequence: number;
            created_ms: components["schemas"]["Time"];
            pack: components["schemas"]["PackName"];
            principles: string[];
            /** @enum {unknown} */
            length: "short" | "usual" | "long";
            /** @enum {unknown} */
            probing: "gentle" | "usual" | "hard";
            status: components["schemas"]["InterviewStatus"];
            turns: number;
        };
        Interview: {
            id: components["schemas"]["Id"];
            sequence: number;
            created_ms: components["schemas"]["Time"];
            pack: components["schemas"]["PackName"];
            principles: string[];
            /** @enum {unknown} */
            length: "short" | "usual" | "long";
            /** @enum {unknown} */
            probing: "gentle" | "usual" | "hard";
            status: components["schemas"]["InterviewStatus"];
            turns: components["schemas"]["InterviewTurn"][];
            draft: string;
        };
        InterviewTurn: {
            /** @description From 0; the order */
            number: number;
            /** @enum {unknown} */
            speaker: "interviewer" | "candidate";
            /**
             * @description `answer` for the candidate's
             * @enum {unknown}
             */
            kind: "answer" | "question" | "probe" | "hint" | "repeat" | "wait" | "redirect" | "boundary" | "support" | "language" | "transition" | "close";
            text: string;
            /** @description Why it was said; null while the interview runs */
            reason: string | null;
            /** @description What it goes after; null while the interview runs */
            gap: string | null;
            created_ms: components["schemas"]["Time"];
        };
        StoryInput: {
            title: string;
            situation?: string;
            task?: string;
            action?: string;
            result?: string;
            notes?: string;
            /** @description Those it is meant for */
            principles?: string[];
        };
        Story: {
            id: components["schemas"]["Id"];
            sequence: number;
            created_ms: components["schemas"]["Time"];
            updated_ms: components["schemas"]["Time"];
            title: string;
            situation: string;
            task: string;
            action: string;
            result: string;
            notes: string;
            principles: string[];
            /** @description How often it was told */
            tellings: number;
        };
        Telling: {
            /** @description From 0; the order */
            number: number;
            created_ms: components["schemas"]["Time"];
            interview_id: string | null;
            text: string;
            words: number;
            /** @description Figures that this telling has and the one before had not */
            numbers: string[];
            /** @description Share of the content words of the telling before that came again; null for the first */
            kept: number | null;
            /** @description Figures of the telling before that this one lacks */
            gone: string[];
        };
        StoryBank: {
            /** @constant */
            schema: "barometer.stories/1";
            stories: {
                title: string;
                situation?: string;
                task?: string;
                action?: string;
                result?: string;
                notes?: string;
                principles?: string[];
                tellings?: string[];
            }[];
        };
        StoryMatrix: {
            pack: components["schemas"]["PackName"];
            principles: {
                principle: string;
                /** @description That are meant for it */
                stories: number;
                /** @description What is missing, in words; null where nothing is */
                gap: string | null;
            }[];
            stories: {
                id: components["schemas"]["Id"];
                title: string;
                /** @description Meant for more than three principles */
                over_used: boolean;
                tellings: number;
                /** @description One for each principle of the pack that the story is meant for or speaks to */
                cells: {
                    principle: string;
                    meant: boolean;
                    verdict: components["schemas"]["Verdict"];
                    supports: number;
                    contradicts: number;
                }[];
            }[];
        };
        Progress: {
            pack: components["schemas"]["PackName"];
            /** @description All of the pack, in its order */
            principles: {
                principle: string;
                /** @description Oldest first */
                points: {
                    interview_id: components["schemas"]["Id"];
                    created_ms: components["schemas"]["Time"];
                    verdict: components["schemas"]["Verdict"];
                    /** @description Balance of the evidence: (for - against) / all; null without evidence */
                    score: number | null;
                    supports: number;
                    contradicts: number;
                }[];
                latest: components["schemas"]["Verdict"];
                /** @description Of the scores */
                median: number | null;
                lowest: number | null;
                highest: number | null;
            }[];
        };
        Plan: {
            interview_date: components["schemas"]["Date"] | null;
            pack: components["schemas"]["PackName"];
            sessions: {
                date: components["schemas"]["Date"];
                principles: string[];
                done: boolean;
            }[];
            /** @description One thing to do next, in words */
            nudge: string | null;
        };
        Session: {
            asks_for_secret: boolean;
        };
        SpokenPart: {
            text: string;
            /** @description From the beginning of the recording */
            begin_ms: number;
            end_ms: number;
        };
        Transcription: {
            /** @description Empty where nothing was heard */
            text: string;
            /** @description As the endpoint names it */
            language: string | null;
            /** @description Of the recording */
            duration_ms: number | null;
            /** @description In order; empty where the endpoint tells no times */
            words: components["schemas"]["SpokenPart"][];
            segments: components["schemas"]["SpokenPart"][];
        };
        EndpointInput: {
            /** @description Up to the version, such as http://127.0.0.1:8080/v1; without a user name, a password and a fragment */
            url: string;
            /** @description As the endpoint calls it */
            model?: string;
            /** @description Its key, sent as a bearer token */
            secret?: string;
        };
        Endpoint: {
            url: string;
            model: string;
            has_secret: boolean;
        };
        SettingsInput: {
            /** @enum {unknown} */
            theme: "system" | "light" | "dark";
            pack: string;
            /** @description Where recorded speech goes to become text (OpenAI-compatible) */
            speech: components["schemas"]["EndpointInput"] | null;
            /** @description A language model that is to read as a second reader (OpenAI-compatible); kept, and nothing is sent there yet */
            reader: components["schemas"]["EndpointInput"] | null;
        };
        Settings: {
            /** @enum {unknown} */
            theme: "system" | "light" | "dark";
            pack: string;
            speech: components["schemas"]["Endpoint"] | null;
            reader: components["schemas"]["Endpoint"] | null;
        };
        DataOverview: {
            /** @enum {unknown} */
            store: "sqlite" | "postgresql" | "memory";
            /** @description A file, or a database without its password */
            place: string;
            bytes: number;
            readings: number;
            interviews: number;
            stories: number;
            /** @description One sentence for each endpoint that is configured; empty when nothing leaves */
            leaves_the_machine: string[];
        };
    };
    responses: {
        /** @description A problem (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Made by the client, one for each thing it wants done; a random UUID does */
        IdempotencyKey: string;
        OptionalIdempotencyKey: string;
        ReadingId: components["schemas"]["Id"];
        InterviewId: components["schemas"]["Id"];
        StoryId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text exposition format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    list_packs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By folder and name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        packs: components["schemas"]["PackEntry"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description An id (its highest version), or id@version
                 * @example amazon-2021
                 */
                pack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pack */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pack"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    list_readings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without their reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readings: components["schemas"]["Reading"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    create_reading: {
        parameters: {
            query?: {
                /** @description Name of the file, for people */
                name?: string;
                /** @description An id, or id@version; amazon-2021 where it is left out */
                pack?: string;
            };
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_reading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_reading: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    assign_roles: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         {
                 *           "speaker": "Dana Osei",
                 *           "role": "candidate"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    roles: {
                        speaker: string;
                        role: components["schemas"]["Role"];
                    }[];
                };
            };
        };
        responses: {
            /** @description The reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_report_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    watch_reading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reading_id: components["parameters"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    list_interviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without their turns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        interviews: components["schemas"]["InterviewEntry"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    create_interview: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pack": "amazon-2021",
                 *       "principles": [
                 *         "dive-deep"
                 *       ],
                 *       "length": "usual",
                 *       "probing": "usual"
                 *     }
                 */
                "application/json": components["schemas"]["InterviewSetup"];
            };
        };
        responses: {
            /** @description Started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_interview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The interview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_interview: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    submit_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "I went to the ward on two nights and counted the calls myself."
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The answer and what the interviewer says to it, in order; the last utterance is the one to answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: components["schemas"]["InterviewTurn"];
                        utterances: components["schemas"]["InterviewTurn"][];
                        status: components["schemas"]["InterviewStatus"];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    end_interview: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The interview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_feedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feedback */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                interview_id: components["parameters"]["InterviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    list_stories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without their tellings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stories: components["schemas"]["Story"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    create_story: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoryInput"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_story: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The story */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    replace_story: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoryInput"];
            };
        };
        responses: {
            /** @description The story */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    delete_story: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    list_tellings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tellings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tellings: components["schemas"]["Telling"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    add_telling: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                story_id: components["parameters"]["StoryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description The practice interview in which it was told */
                    interview_id?: string | null;
                };
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Telling"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_story_matrix: {
        parameters: {
            query?: {
                pack?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matrix */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryMatrix"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_story_sheet: {
        parameters: {
            query?: {
                pack?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    export_stories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryBank"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    export_stories_as_markdown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Markdown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    import_stories: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client, one for each thing it wants done; a random UUID does */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoryBank"];
                "text/markdown": string;
            };
        };
        responses: {
            /** @description How many came in; those that are there word for word are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        left_out: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_progress: {
        parameters: {
            query?: {
                pack?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    set_plan: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "interview_date": "2027-03-01"
                 *     }
                 */
                "application/json": {
                    /** @description Null takes the date back */
                    interview_date: components["schemas"]["Date"] | null;
                    pack?: string;
                };
            };
        };
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    replace_settings: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsInput"];
            };
        };
        responses: {
            /** @description Settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places and counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataOverview"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    export_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    erase_data: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    confirm: "erase everything";
                };
            };
        };
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You may ask */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    open_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Open; the answer sets the cookie */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    close_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    transcribe_speech: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "audio/webm": string;
                "audio/ogg": string;
                "audio/mp4": string;
                "audio/wav": string;
            };
        };
        responses: {
            /** @description What was heard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcription"];
                };
            };
            /** @description The endpoint is not reached, refuses, or answers what is no transcription; `detail` says which and what to try */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The endpoint took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
