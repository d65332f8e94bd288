// Records what jsonata-js answers, the version that Step Functions names:
//   npm install --no-save jsonata@2.0.6 && node record.mjs expressions.json > recorded.json
// Every expression is evaluated for every input, which it finds in $states.input.t. A list holds the
// answers in the order of the inputs: {"value": …}, {"error": code, "message": text}, or {} where there is none.
// Numbers that JSON has no form for are texts there, "Infinity", "-Infinity" and "NaN".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(process.cwd() + "/");

const { inputs, expressions } = JSON.parse(readFileSync(process.argv[2], "utf8"));

// A function of jsonata-js remembers the name by which it was called last, for its errors; so each is asked anew.
async function answer(expression, t) {
  delete require.cache[require.resolve("jsonata")];
  const jsonata = require("jsonata");
  try {
    const value = await jsonata(expression).evaluate(undefined, { states: { input: { t } } });
    return value === undefined ? {} : { value };
  } catch (error) {
    return { error: error.code, message: error.message };
  }
}

function spelled(key, value) {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

const lines = [];
for (const expression of expressions) {
  const answers = [];
  for (const input of inputs) {
    answers.push(await answer(expression, input));
  }
  lines.push(`${JSON.stringify(expression)}: ${JSON.stringify(answers, spelled)}`);
}
console.log(`{\n${lines.join(",\n")}\n}`);
