// Loaded before a server whose costs are measured: says over IPC what the process spent, and notes
// what it sends to PostgreSQL while told to.
const v8 = require("node:v8");
const vm = require("node:vm");
const pg = require("pg");

let noted = null;
let wave = 0;
let underWay = 0;
let waiting = 0;
let refusedConnections = 0;

process.on("message", (asked) => {
  if (asked === "spent") {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send({ cpu: (user + system) / 1000, rss, heapUsed, waiting, refusedConnections });
  }
  // What is still held when all that nobody holds is gone: this alone tells a leak.
  if (asked === "kept") {
    v8.setFlagsFromString("--expose-gc");
    vm.runInNewContext("gc")();
    const { heapUsed, external } = process.memoryUsage();
    process.send({ heapUsed, external });
  }
  if (asked === "note") {
    noted = [];
    process.send({});
  }
  if (asked === "noted") {
    process.send({ statements: noted ?? [] });
    noted = null;
  }
});
process.channel?.unref();

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function metered(...args) {
  const [first, second] = args;
  const text = typeof first === "string" ? first : first?.text;
  if (!noted || !text) return Reflect.apply(query, this, args);
  if (underWay === 0) wave++;
  noted.push({ wave, text, values: (Array.isArray(second) ? second : first.values) ?? [] });
  underWay++;
  const done = () => {
    underWay--;
  };
  const last = args.at(-1);
  if (typeof last === "function") {
    args[args.length - 1] = (...answer) => {
      done();
      last(...answer);
    };
    return Reflect.apply(query, this, args);
  }
  const answer = Reflect.apply(query, this, args);
  if (answer && typeof answer.then === "function") answer.then(done, done);
  else done();
  return answer;
};

const { connect } = pg.Pool.prototype;
pg.Pool.prototype.connect = function metered(...args) {
  const answer = Reflect.apply(connect, this, args);
  waiting = Math.max(waiting, this.waitingCount);
  if (answer && typeof answer.then === "function") {
    answer.then(undefined, () => {
      refusedConnections++;
    });
  }
  return answer;
};
