/** A waymark post with a round disc, at the head of a part of the road. Decoration beside a heading. */
import type { LucideIcon } from "lucide-react";

/** `done`: the disc is filled. `ahead`: it is quiet. `size` is the height in px. */
export function Post({
  icon: Icon,
  state = "done",
  size = 56,
}: {
  icon?: LucideIcon;
  state?: "done" | "ahead";
  size?: number;
}) {
  return (
    <svg
      className={`post post-${state}`}
      width={Math.round(size * 0.66)}
      height={size}
      viewBox="0 0 44 66"
      aria-hidden="true"
      focusable="false"
    >
      <ellipse className="ground" cx="22" cy="62.5" rx="17" ry="2.7" />
      <path
        className="grass"
        d="M8.5 62.5c-.6-2.6-1.6-4-3.2-5M9.6 62.5c.1-3 .7-5 2.2-6.8M35.6 62.5c.5-2.2 1.5-3.5 3-4.3M34.4 62.5c-.2-2.4-.8-4-2-5.4"
      />
      <path className="wood" d="M13.4 62.8 13 10c0-1 .6-1.8 1.5-2.2l13.7-5.6c1.5-.6 2.8.3 2.8 1.8l.2 58.8z" />
      <path className="shade" d="M26.4 3l1.8-.8c1.5-.6 2.8.3 2.8 1.8l.2 58.8h-4.6z" />
      <path className="grain" d="M17.6 42c.2 7 .1 12-.1 17.5M21.6 46c.2 5 .1 9 0 13.5M18 10.6l6.6-2.6" />
      <circle className="rim" cx="22" cy="27" r="14.6" />
      <circle className="disc" cx="22" cy="27" r="12.6" />
      {Icon && (
        <g className="in">
          <Icon x={13.3} y={18.3} width={17.4} height={17.4} strokeWidth={2.5} />
        </g>
      )}
    </svg>
  );
}
