/** The waymark post of the big trails: a reached target, or one still to come. Stands with its foot at 0,0. */
export function SignPost({ reached, scale = 1 }: { reached: boolean; scale?: number }) {
  return (
    <g className={reached ? "sg sg-post" : "sg sg-post next"}>
      <g transform={`scale(${scale})`}>
        <ellipse className="sd" cx="1" cy="5" rx="8.5" ry="1.8" />
        <path
          className="w"
          d="M-4.5 5L-4.7 -24.2C-4.7 -24.9 -4.3 -25.3 -3.7 -25.6L3.2 -28.4C4 -28.7 4.7 -28.3 4.7 -27.4L4.8 5Z"
        />
        <path className="sh" d="M2.4 -28L3.2 -28.4C4 -28.7 4.7 -28.3 4.7 -27.4L4.8 5H2.4Z" />
        <path
          className="gr"
          d="M-7.4 5c-.3-1.6-.9-2.5-1.9-3.1M-6.6 5c0-1.9.4-3 1.2-4M7.2 5c.3-1.5.9-2.3 1.8-2.8"
        />
        <circle className="rim" cy="-13.4" r="9.9" />
        <circle className="disc" cy="-13.4" r="8.5" />
        {reached && (
          <path
            className="mk"
            transform="translate(0 -13.4)"
            d="M-3.6 .3L-1 2.9L4 -2.8"
            style={{ strokeWidth: 1.9 }}
          />
        )}
      </g>
    </g>
  );
}
