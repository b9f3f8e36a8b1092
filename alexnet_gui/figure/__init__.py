"""A network as a figure: volumes to scale, feature maps as colours, their grids."""
