/** Long work in short tasks, so that the page answers to keys and pointers while a long article is drawn. */

/** Milliseconds that one task may take before the next one begins. */
const TASK_MS = 12;

/** Resolves in a task of its own, after whatever input waits. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Calls `step` for each item, in tasks of about {@link TASK_MS}.
 *
 * @template Item
 * @param {Iterable<Item>} items
 * @param {(item: Item) => void} step
 * @param {AbortSignal} [signal] Ends the work between two tasks.
 * @returns {Promise<boolean>} Whether every item was reached.
 */
export async function inChunks(items, step, signal) {
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began > TASK_MS) {
      await nextTask();
      began = performance.now();
    }
    if (signal?.aborted) return false;
    step(item);
  }
  return !signal?.aborted;
}
