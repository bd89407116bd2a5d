// The messages of the server's inbox, each read once. They are delivered in the background, so reading waits for them.
const read = new Set();
export const PATIENCE_MILLIS = 60_000;

/** The code of the newest message to a user, once one is there that was not read before. */
export async function code(pool, username) {
  const query = new URLSearchParams({ userPoolId: pool, username });
  const end = Date.now() + PATIENCE_MILLIS;
  while (Date.now() < end) {
    const answer = await fetch(`${process.env.COGNATE_URL}/_cognate/messages?${query}`);
    const [newest] = await answer.json();
    if (newest && !read.has(newest.id)) {
      read.add(newest.id);
      return newest.code;
    }
  }
  throw new Error(`No new message to ${username} arrived`);
}
