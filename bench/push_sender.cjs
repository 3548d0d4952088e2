// SPDX-License-Identifier: EUPL-1.2
// npm's web-push, as documented, with 100 requests under way: node push_sender.cjs URL COUNT
const crypto = require("node:crypto");
const webpush = require("web-push");

const [url, count] = [process.argv[2], Number(process.argv[3])];
const UNDER_WAY = 100;
const words = JSON.stringify({ title: "112 gebeld 21:14. Vogelbuurt", body: "x".repeat(550) });
const keys = webpush.generateVAPIDKeys();
const options = {
  vapidDetails: { subject: "mailto:operator@example.org", publicKey: keys.publicKey, privateKey: keys.privateKey },
  TTL: 3600,
};

function subscriber(number) {
  const pair = crypto.createECDH("prime256v1");
  pair.generateKeys();
  return {
    endpoint: `${url}/wpush/v2/${String(number).padStart(4, "0")}${"x".repeat(120)}`,
    keys: { p256dh: pair.getPublicKey("base64url"), auth: crypto.randomBytes(16).toString("base64url") },
  };
}

async function main() {
  const subscribers = Array.from({ length: 100 }, (_, number) => subscriber(number));
  let next = 0;
  const work = async () => {
    while (next < count) await webpush.sendNotification(subscribers[next++ % 100], words, options);
  };
  const [begun, used] = [process.hrtime.bigint(), process.cpuUsage()];
  await Promise.all(Array.from({ length: UNDER_WAY }, work));
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const cpu = process.cpuUsage(used);
  console.log(JSON.stringify({ per_second: count / seconds, per_cpu_second: (count / (cpu.user + cpu.system)) * 1e6 }));
}

main();
