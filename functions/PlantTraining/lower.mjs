// Runs an ONNX network over pictures from standard input and writes its half-precision outputs to standard output.
// The frozen lower blocks go through here: ONNX Runtime needs a third of the time that the training library needs.
// Run: node lower.mjs <model.onnx> <pictures per batch>
import { createRequire } from 'node:module';
const require = createRequire(`${process.cwd()}/`);
const ort = require('onnxruntime-node');

const [modelPath, batchText] = process.argv.slice(2);
const batch = Number(batchText), pictureBytes = 224 * 224 * 3;
const session = await ort.InferenceSession.create(modelPath, { intraOpNumThreads: 1, graphOptimizationLevel: 'all' });

const run = async bytes => {
  const count = bytes.length / pictureBytes;
  const input = new ort.Tensor('uint8', new Uint8Array(bytes), [count, 224, 224, 3]);
  const { features } = await session.run({ pictures: input });
  const out = Buffer.from(features.data.buffer, features.data.byteOffset, features.data.byteLength);
  if (!process.stdout.write(out)) await new Promise(resolve => process.stdout.once('drain', resolve));
};

let parts = [], held = 0;
for await (const chunk of process.stdin) {
  parts.push(chunk);
  held += chunk.length;
  while (held >= batch * pictureBytes) {
    const all = Buffer.concat(parts);
    await run(all.subarray(0, batch * pictureBytes));
    parts = [all.subarray(batch * pictureBytes)];
    held = parts[0].length;
  }
}
if (held > 0) await run(Buffer.concat(parts));
