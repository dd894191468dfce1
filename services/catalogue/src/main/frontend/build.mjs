// Builds ../resources/static/catalogue/assets from the sources in this folder.
// Run by hand after a change here (npm install && npm run build), and commit what it wrote.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { compile } from "sass";

const target = new URL("../resources/static/catalogue/assets/", import.meta.url).pathname;
mkdirSync(target, { recursive: true });

const styles = compile("styles/site.scss", {
  loadPaths: ["node_modules"],
  style: "compressed",
  quietDeps: true,
});
writeFileSync(target + "site.css", styles.css + "\n");

await build({
  entryPoints: ["scripts/site.mjs"],
  outfile: target + "site.js",
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2020",
  legalComments: "none",
});

copyFileSync("govuk-frontend-licence.txt", target + "govuk-frontend-licence.txt");
