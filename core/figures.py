"""Figures as people read them."""


def count(number: int) -> str:
    """46764746 as ``46,764,746``."""
    return f"{number:,}"


def percent(fraction: float | None) -> str:
    """0.853 as ``85.3 %``; nothing for None."""
    return "" if fraction is None else f"{100 * fraction:.1f} %"


def number(value: float | None, digits: int = 3) -> str:
    """0.41234 as ``0.412``; nothing for None."""
    return "" if value is None else f"{value:.{digits}f}"


def size(octets: float | None) -> str:
    """187058984 bytes as ``187 MB``; nothing for None."""
    if octets is None:
        return ""
    for unit in ("B", "kB", "MB", "GB"):
        if octets < 999.5 or unit == "GB":
            break
        octets /= 1000
    return f"{octets:.0f} {unit}" if octets >= 9.95 or unit == "B" else f"{octets:.1f} {unit}"


def duration(seconds: float | None) -> str:
    """1860 as ``31 min``; nothing for None."""
    if seconds is None:
        return ""
    if seconds < 59.5:
        return f"{seconds:.0f} s" if seconds >= 9.5 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"
