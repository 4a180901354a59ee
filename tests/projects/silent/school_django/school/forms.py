from django import forms

from .models import Room


class RoomForm(forms.ModelForm):
    class Meta:
        model = Room
        fields = ["code", "message"]

    def clean_code(self):
        code = self.cleaned_data["code"]
        if code == 4400 or code in range(6000, 6200):
            raise forms.ValidationError("this floor is not built yet", code="4400")
        return code
