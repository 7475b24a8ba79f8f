"""The way in: one process is the whole product. Start it with `python3 sos.py run`, or `streamlit run streamlit_app.py`."""

import streamlit as st

from pages.doors.routes import lifespan, middleware, on_script_error

app = st.App("pages/home.py", middleware=middleware, lifespan=lifespan, on_script_error=on_script_error)
