// npm install standardwebhooks; SECRET=whsec_… PORT=3000 node receive.mjs
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.SECRET);
createServer(async (request, response) => {
  try {
    const event = webhook.verify(await text(request), request.headers);
    console.log(JSON.stringify(event)); // keep it first, then answer
    response.writeHead(204).end();
  } catch (notOurs) {
    response.writeHead(400).end();
  }
}).listen(process.env.PORT, "127.0.0.1");
