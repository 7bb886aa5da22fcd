// Before the Playground starts: whatever listens without saying where, listens on this machine only.
const { Server } = require("node:net");

const HERE = "127.0.0.1";
const listen = Server.prototype.listen;

Server.prototype.listen = function (first, ...others) {
  if (first && typeof first === "object" && "port" in first) return listen.call(this, { host: HERE, ...first }, ...others);
  const isPort = typeof first === "number" || /^\d+$/.test(String(first));
  const namesHost = typeof others[0] === "string";
  return isPort && !namesHost ? listen.call(this, first, HERE, ...others) : listen.call(this, first, ...others);
};
