"""Nothing yet, and no metadata."""

LOCAL_STEPS = {
    # soon
}
