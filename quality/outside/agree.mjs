// node agree.mjs FIRST_PORT WORK_FOLDER: makes changes on a running system and compares what every consumer heard.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { Parser, fromURL } from "@asyncapi/parser";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { HTTP, Kafka } from "cloudevents";
import { EventSource } from "eventsource";
import RssParser from "rss-parser";
import { Webhook } from "standardwebhooks";

const [, , firstPort, work] = process.argv;
const at = (offset) => `http://localhost:${Number(firstPort) + offset}`;
const [standards, notifications, identity] = [at(1), at(2), at(4)];
const PATIENCE = 120_000;
const RECEIVER_OF_GUIDE = 18297;
const RECEIVER = 18298;

const ended = [];
const step = (line) => console.log(`· ${line}`);

async function expect(status, url, options = {}) {
  const response = await fetch(url, options);
  const body = await response.text();
  assert.equal(response.status, status, `${options.method ?? "GET"} ${url}: ${body}`);
  return body ? JSON.parse(body) : null;
}

async function token(client) {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: client, client_secret: client });
  return (await expect(200, `${identity}/oauth2/token`, { method: "POST", body })).access_token;
}

/** An example of the guide, exactly as it is served. */
async function snippet(name) {
  const response = await fetch(`${notifications}/guide/${name}`);
  assert.equal(response.status, 200, name);
  const file = `${work}/${name}`;
  await writeFile(file, await response.text());
  return file;
}

/** Runs a program until the end of the comparison; each line that it prints is handed to `heard`. */
function follow(command, options, heard) {
  const child = spawn(command[0], command.slice(1), { ...options, env: { ...process.env, ...options.env }, detached: true });
  const complaints = [];
  child.stderr.on("data", (data) => complaints.push(String(data)));
  createInterface({ input: child.stdout }).on("line", heard);
  child.on("exit", (code) => code && !ended.done && console.error(`${command.join(" ")} ended: ${complaints.join("")}`));
  ended.push(() => process.kill(-child.pid, "SIGTERM"));
  return child;
}

/** What one consumer heard, in its order: [id, subject]. */
class Heard {
  constructor(name) {
    this.name = name;
    this.events = [];
  }
  add(id, subject) {
    this.events.push([id, subject]);
  }
  ids() {
    return this.events.map(([id]) => id).sort();
  }
  ofSubject(subject) {
    return this.events.filter(([, each]) => each === subject).map(([id]) => id);
  }
}

const consoleConsumer = new Heard("Kafka's console consumer");
const javaConsumer = new Heard("the guide's Java consumer");
const poller = new Heard("curl, by cursor");
const curlStream = new Heard("curl, the stream");
const eventSource = new Heard("EventSource");
const webhooks = new Heard("webhook");
const guideWebhooks = new Heard("the guide's webhook receiver");
const all = [consoleConsumer, javaConsumer, poller, curlStream, eventSource, webhooks, guideWebhooks];
/** Everything that came over any channel: [channel, message of the description that its envelope is, envelope, event]. */
const received = [];
/** Ids of server-sent events, to resume from, each with the id of the change. */
const streamed = [];

async function listen() {
  const subscriber = await token("subscriber");
  const subscribe = async (port) =>
    JSON.parse(
      await text(
        spawn("bash", [await snippet("subscribe.sh")], {
          env: { ...process.env, TOKEN: subscriber, URL: `http://127.0.0.1:${port}/` },
        }).stdout,
      ),
    );

  // Ours by hand, so that every delivery passes both packages.
  const mine = await subscribe(RECEIVER);
  const webhook = new Webhook(mine.secret);
  const server = createServer(async (request, response) => {
    const body = await text(request);
    webhook.verify(body, request.headers);
    const event = HTTP.toEvent({ headers: request.headers, body });
    assert.equal(event.id, request.headers["webhook-id"]);
    assert.throws(() => webhook.verify(`${body} `, request.headers), "a changed body must not verify");
    received.push([webhooks, "delivery", JSON.parse(body), event]);
    webhooks.add(event.id, event.subject);
    response.writeHead(204).end();
  }).listen(RECEIVER, "127.0.0.1");
  ended.push(() => server.close());

  const guide = await subscribe(RECEIVER_OF_GUIDE);
  const receiver = await snippet("receive.mjs");
  // Run beside the packages that it imports, as a reader would.
  const source = await readFile(receiver, "utf8");
  follow(
    ["node", "--input-type=module", "--eval", source],
    { cwd: new URL(".", import.meta.url).pathname, env: { SECRET: guide.secret, PORT: String(RECEIVER_OF_GUIDE) } },
    (line) => {
      const event = JSON.parse(line);
      received.push([guideWebhooks, null, null, event]);
      guideWebhooks.add(event.id, event.subject);
    },
  );
  ended.push(async () => {
    for (const each of [mine, guide]) {
      const headers = { Authorization: `Bearer ${subscriber}` };
      await fetch(`${notifications}/subscriptions/${each.id}`, { method: "DELETE", headers });
    }
  });
}

/** The guide's stream; hands over each event with the id that a client sends to go on behind it. */
async function stream(env, heard) {
  let place, data;
  return follow(["bash", await snippet("stream.sh")], { env }, (line) => {
    if (line.startsWith("id:")) place = line.slice("id:".length).trim();
    else if (line.startsWith("data:")) data = line.slice("data:".length);
    else if (line === "") {
      if (data) heard(JSON.parse(data), place);
      data = undefined;
    }
  });
}

/** Connected again in the middle, the stream goes on with the very next change and repeats nothing. */
async function resume() {
  const middle = Math.floor(streamed.length / 2);
  const wanted = streamed.slice(middle + 1).map(([, id]) => id);
  const again = [];
  await stream({ last: streamed[middle][0] }, (event) => again.push(event.id));
  await until(
    () => again.length >= wanted.length,
    () => `the stream to go on: ${again.length} of ${wanted.length}`,
  );
  assert.deepEqual(again, wanted, "the stream that was resumed");
  return wanted.length;
}

async function readEverything() {
  follow(["bash", await snippet("poll.sh")], {}, (line) => {
    for (const item of JSON.parse(line).items) {
      received.push([poller, "change", item, item]);
      poller.add(item.id, item.subject);
    }
  });
  await stream({}, (event, place) => {
    received.push([curlStream, "change", event, event]);
    streamed.push([place, event.id]);
    curlStream.add(event.id, event.subject);
  });
  const source = new EventSource(`${notifications}/changes/stream?after=`);
  source.addEventListener("message", (message) => {
    const event = JSON.parse(message.data);
    received.push([eventSource, "change", event, event]);
    eventSource.add(event.id, event.subject);
  });
  ended.push(() => source.close());
  follow(["bash", await snippet("console.sh")], {}, (line) => {
    const [headers, key, value] = line.split("\t");
    const named = Object.fromEntries(
      headers.split(",").map((header) => [header.slice(0, header.indexOf(":")), header.slice(header.indexOf(":") + 1)]),
    );
    const event = Kafka.toEvent({ headers: named, value, body: value, key, partition: 0 });
    assert.equal(event.subject, key);
    event.validate();
    received.push([consoleConsumer, null, null, event]);
    consoleConsumer.add(event.id, event.subject);
  });
  follow(
    [process.env.OUTSIDE_JAVA, "-cp", process.env.OUTSIDE_CLASSPATH, await snippet("Follow.java")],
    {},
    (line) => {
      const [id, type, subject] = line.split(" ");
      if (type?.startsWith("standards.")) javaConsumer.add(id, subject);
    },
  );
}

/** Enough for several partitions, with several events each. */
async function makeChanges() {
  const [official, chair] = [await token("official"), await token("chair")];
  const panel = await token("panel-1");
  const headers = (bearer, more) => ({ Authorization: `Bearer ${bearer}`, "Content-Type": "application/json", ...more });
  const made = [];
  let announced = 0;
  for (let i = 1; i <= 20; i++) {
    const body = JSON.stringify({ title: `Outside consumer check ${i}`, level: 2 + (i % 6), route: 1 + (i % 15) });
    const response = await fetch(`${standards}/standards`, { method: "POST", headers: headers(official), body });
    assert.equal(response.status, 201, await response.text());
    const address = standards + new URL(response.headers.get("location"), standards).pathname;
    made.push(address.split("/").pop());
    announced++;
    let etag = response.headers.get("etag");
    for (const [command, order] of [
      ...(i === 1 ? manyKinds(made[0]) : []),
      ["set-green-theme", { theme: "mid" }],
      ["set-green-theme", { theme: "dark" }],
      ["withdraw", { reason: "Only made to see who hears of it." }],
    ]) {
      const answer = await fetch(`${address}/commands/${command}`, {
        method: "POST",
        // Whoever proposes a link does not confirm it.
        headers: headers(command === "propose-progression" ? panel : official, { "If-Match": etag }),
        body: JSON.stringify(order),
      });
      const outcome = await answer.text();
      assert.equal(answer.status, 200, `${command}: ${outcome}`);
      etag = answer.headers.get("etag");
      announced += JSON.parse(outcome).events.filter(({ type }) => type !== "progression-proposed").length;
    }
  }
  return [made, announced];
}

/** Commands that lead to other kinds of announcements. */
function manyKinds(reference) {
  const link = { reference: "OCC0218", kind: "occupational" };
  const reason = { reason: "Only made to see who hears of it." };
  return [
    ["add-product", { code: `ST${reference.slice(3)}`, type: "apprenticeship", level: 3 }],
    ["reclassify", { level: 4, route: 7, ...reason }],
    ["propose-progression", link],
    ["confirm-progression", link],
    ["withdraw", reason],
    ["reinstate", reason],
  ];
}

async function until(condition, what) {
  const end = Date.now() + PATIENCE;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what()}`);
    await pause(100);
  }
}

/** What a feed reader finds that follows the pages to the oldest entry: ids, oldest first. */
async function readAtom() {
  const parser = new RssParser({ customFields: { feed: [["link", "links", { keepArray: true }]] } });
  const ids = [];
  for (let url = `${notifications}/changes.atom?limit=50`; url; ) {
    const page = await parser.parseURL(url);
    ids.push(...page.items.map((item) => item.id.replace("urn:uuid:", "")));
    url = page.links.map((link) => link.$).find((link) => link.rel === "next")?.href;
  }
  return ids.reverse();
}

async function checkContracts() {
  const { document, diagnostics } = await fromURL(new Parser(), `${notifications}/asyncapi.yaml`).parse();
  const errors = diagnostics.filter((each) => each.severity === 0);
  assert.deepEqual(errors, [], "the AsyncAPI description has errors");
  const described = new Set(document.allMessages().all().map((message) => message.name() ?? message.id()));
  const ajv = new Ajv({ strict: false, loadSchema: async (url) => (await fetch(url)).json() });
  addFormats(ajv);
  const validators = new Map();
  const envelopes = new Map(
    ["change", "delivery"].map((name) => [name, ajv.compile(schemaOf(document.components().messages().get(name)))]),
  );
  for (const [consumer, message, envelope, event] of received) {
    if (message) {
      const valid = envelopes.get(message);
      assert.ok(valid(envelope), `${consumer.name} ${event.id}: ${ajv.errorsText(valid.errors)}`);
    }
    assert.ok(described.has(event.type), `${event.type} is not described`);
    if (!validators.has(event.dataschema)) {
      const schema = await (await fetch(event.dataschema)).json();
      validators.set(event.dataschema, await ajv.compileAsync({ ...schema, $id: event.dataschema }));
    }
    const valid = validators.get(event.dataschema);
    assert.ok(valid(event.data), `${consumer.name} ${event.type} ${event.id}: ${ajv.errorsText(valid.errors)}`);
  }
  return [described.size, validators.size];
}

/** The schema as it was written: the parser adds marks of its own. */
function schemaOf(message) {
  return JSON.parse(JSON.stringify(message.payload().json(), (name, value) => (name.startsWith("x-parser-") ? undefined : value)));
}

/** Everything that was started ends with this, whatever becomes of it. */
async function end() {
  ended.done = true;
  for (const each of ended.reverse()) {
    try {
      await each();
    } catch (gone) {
      // It has ended by itself.
    }
  }
}
process.on("uncaughtException", async (failure) => {
  console.error(failure);
  await end();
  process.exit(1);
});

try {
  await listen();
  await readEverything();
  step("everybody listens");
  const [made, expected] = await makeChanges();
  step(`${made.length} standards proposed, changed and withdrawn: ${expected} announcements`);
  const ofThose = (consumer) => consumer.events.filter(([, subject]) => made.includes(subject));
  await until(
    () => all.every((consumer) => ofThose(consumer).length >= expected),
    () => all.map((consumer) => `${consumer.name}: ${ofThose(consumer).length} of ${expected}`).join(", "),
  );
  for (const consumer of all) {
    const ids = ofThose(consumer).map(([id]) => id);
    assert.equal(new Set(ids).size, ids.length, `${consumer.name} heard something twice`);
    for (const reference of made) {
      assert.deepEqual(
        consumer.ofSubject(reference),
        consoleConsumer.ofSubject(reference),
        `${consumer.name} and ${consoleConsumer.name} differ on ${reference}`,
      );
    }
    step(`${consumer.name}: ${ids.length} events, the same ids in the same order`);
  }
  // Those who read from the beginning agree on all that ever was announced.
  await until(
    () => [poller, curlStream, eventSource, javaConsumer].every((each) => each.events.length === consoleConsumer.events.length),
    () => all.map((each) => `${each.name}: ${each.events.length}`).join(", "),
  );
  for (const consumer of [poller, curlStream, eventSource, javaConsumer]) {
    assert.deepEqual(consumer.ids(), consoleConsumer.ids(), consumer.name);
  }
  assert.deepEqual(await readAtom(), poller.events.map(([id]) => id), "rss-parser, page by page, and curl differ");
  step(`from the beginning: ${consoleConsumer.events.length} events, the same for all who read it`);
  step(`the stream, resumed with Last-Event-ID: the ${await resume()} changes behind it, none twice`);
  const [described, seen] = await checkContracts();
  step(
    `@asyncapi/parser: no error, ${described} messages described; all ${received.length} messages of all channels valid ` +
      `against their schemas (${seen} types)`,
  );
  console.log("Agreed.");
} finally {
  await end();
}
process.exit();
