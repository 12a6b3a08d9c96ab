/** Begins to read when this file is: it is the first one the page runs, so that the disk answers while the others do. */
import { readFirst } from "#store/first/reading.ts";

/** What this device knows of whoever uses it; undefined where the ordinary opening has to find out. */
export const firstReading = readFirst();
