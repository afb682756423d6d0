"""Pictures: the map of the people around somebody, and how it weighs, drawn as SVG and rendered to PNG."""
