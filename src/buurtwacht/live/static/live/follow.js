// SPDX-License-Identifier: EUPL-1.2
// Follows the hub from a place in the past: by a stream, or by asking again and again where no stream gets through.

const NAMES = ["entry", "replace", "gone"];
const HELLO_WITHIN = 6000; // milliseconds in which a stream must prove that it gets through
const HIDDEN_FOR = 60_000; // a page nobody looks at lets its connection go
const RELOAD_AFTER = 12_000; // longer than a change of rights needs to settle: see CLOSING_MARGIN
const LONGEST_WAIT = 30_000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function follow(element, screen) {
  new Follower(element.dataset, screen).start();
}

class Follower {
  #data;
  #screen;
  #place; // id of the last event shown
  #token;
  #source;
  #polling; // AbortController of the poll under way
  #run = 0; // raised to make everything under way stop
  #failures = 0;
  #onlyPolls = false;
  #hiding;

  constructor(data, screen) {
    this.#data = data;
    this.#screen = screen;
    this.#place = Number(data.liveAfter);
    this.#token = data.liveToken;
  }

  start() {
    addEventListener("online", () => this.#restart());
    addEventListener("offline", () => this.#screen.disconnected());
    addEventListener("pagehide", () => this.#stop());
    addEventListener("pageshow", (event) => event.persisted && this.#restart());
    document.addEventListener("visibilitychange", () => this.#look());
    this.#connect();
  }

  #look() {
    clearTimeout(this.#hiding);
    if (document.hidden) this.#hiding = setTimeout(() => this.#stop(), HIDDEN_FOR);
    else if (!this.#source && !this.#polling) this.#restart();
  }

  #restart() {
    this.#stop();
    this.#failures = 0;
    this.#connect();
  }

  #stop() {
    this.#run += 1;
    this.#source?.close();
    this.#source = undefined;
    this.#polling?.abort();
    this.#polling = undefined;
  }

  #address(path) {
    return `${this.#data.liveUrl}${path}?token=${encodeURIComponent(this.#token)}&after=${this.#place}`;
  }

  #connect() {
    if (this.#onlyPolls || !("EventSource" in window)) this.#poll();
    else this.#stream();
  }

  #stream() {
    const run = ++this.#run;
    const source = (this.#source = new EventSource(this.#address("")));
    const late = setTimeout(() => {
      if (run !== this.#run) return;
      this.#stop();
      this.#onlyPolls = navigator.onLine;
      this.#connect();
    }, HELLO_WITHIN);
    source.addEventListener("hello", () => {
      clearTimeout(late);
      this.#well();
    });
    for (const name of [...NAMES, "expired", "closed", "reset"]) {
      source.addEventListener(name, (event) => this.#take(name, event.data, event.lastEventId));
    }
    source.addEventListener("error", () => {
      clearTimeout(late);
      if (run !== this.#run) return;
      this.#screen.disconnected();
      if (source.readyState === EventSource.CLOSED) this.#again();
    });
  }

  async #poll() {
    const run = ++this.#run;
    while (run === this.#run) {
      this.#polling = new AbortController();
      try {
        const answer = await fetch(this.#address("/poll"), { signal: this.#polling.signal, cache: "no-store" });
        if (run !== this.#run) return;
        if (!answer.ok) return this.#again();
        this.#well();
        for (const event of read(await answer.text())) this.#take(event.name, event.data, event.id);
      } catch {
        if (run !== this.#run) return;
        this.#screen.disconnected();
        return this.#again();
      }
    }
  }

  #well() {
    this.#failures = 0;
    this.#screen.connected();
  }

  #take(name, data, id) {
    if (name === "expired") return this.#again();
    if (name === "closed" || name === "reset") return this.#reload(name === "closed" ? RELOAD_AFTER : 0);
    if (Number(id) <= this.#place) return; // seen
    this.#place = Number(id);
    this.#screen.show(name, data);
  }

  // With a fresh token, and the longer it goes wrong the more patiently.
  async #again() {
    this.#stop();
    const run = this.#run;
    if (this.#failures) await sleep(Math.min(1000 * 2 ** this.#failures, LONGEST_WAIT) * (0.5 + Math.random()));
    this.#failures += 1;
    if (run !== this.#run || !(await this.#refresh(run)) || run !== this.#run) return;
    this.#connect();
  }

  // False when there is nothing more to follow on this page.
  async #refresh(run) {
    try {
      const body = new URLSearchParams({ topics: this.#data.liveTopics });
      const answer = await fetch(this.#data.liveFresh, { method: "POST", body });
      if (answer.ok) this.#token = (await answer.json()).token;
      if (answer.status !== 401 && answer.status !== 410) return true;
      if (run === this.#run) this.#reload(answer.status === 410 ? RELOAD_AFTER : 0);
      return false;
    } catch {
      this.#screen.disconnected();
      return true;
    }
  }

  // The server decides anew what this page may show; not while somebody is typing.
  async #reload(after) {
    this.#stop();
    const run = this.#run;
    await sleep(after + Math.random() * 1000);
    while (this.#screen.isBusy) {
      this.#screen.disconnected();
      await sleep(2000);
    }
    if (run === this.#run) location.reload();
  }
}

// The bytes of a stream, read as one piece.
export function read(text) {
  return text.split("\n\n").filter((block) => block.startsWith("id:") || block.startsWith("event:")).map((block) => {
    const event = { id: "", name: "message", data: [] };
    for (const line of block.split("\n")) {
      const [, field, value] = line.match(/^(\w+): ?(.*)$/) ?? [];
      if (field === "data") event.data.push(value);
      else if (field === "event") event.name = value;
      else if (field === "id") event.id = value;
    }
    return { ...event, data: event.data.join("\n") };
  });
}
