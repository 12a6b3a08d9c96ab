/**
 * Reading words aloud by the device's own voice, so that it works with no signal. One thing is read
 * at a time; a device without a voice of its own has no such button.
 */
import { create } from "zustand";

interface Voice {
  /** What is being read, as its listener named it. */
  readonly reading: string | undefined;
}

/** What is being read aloud now. */
export const useVoice = create<Voice>(() => ({ reading: undefined }));

/** True where the device can read aloud. */
export const canRead = (): boolean => "speechSynthesis" in globalThis;

const localVoice = (language: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language));

/** Reads `words` aloud, and nothing else any more. `name` tells which button's words they are. */
export function readAloud(name: string, words: string): void {
  stopReading();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = document.documentElement.lang;
  utterance.voice = localVoice(utterance.lang) ?? null;
  const end = (): void =>
    useVoice.setState(({ reading }) => ({ reading: reading === name ? undefined : reading }));
  utterance.addEventListener("end", end);
  utterance.addEventListener("error", end);
  useVoice.setState({ reading: name });
  speechSynthesis.speak(utterance);
}

/** Falls silent. */
export function stopReading(): void {
  if (canRead()) speechSynthesis.cancel();
  useVoice.setState({ reading: undefined });
}
